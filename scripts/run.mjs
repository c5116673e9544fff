import { spawn, spawnSync } from 'node:child_process'
import { constants } from 'node:os'

/** Ends the process with a message and exit code 1, without a stack trace. */
export function stop(sentence) {
  console.error(`\n${sentence}\n`)
  process.exit(1)
}

/** The exit code of a step that can't run here, which isn't a failure. Automake uses the same. */
export const SKIPPED = 77

/** Ends a step that can't run here, printing the reason. */
export function skip(reason) {
  console.log(`Skipped: ${reason}`)
  process.exit(SKIPPED)
}

/**
 * Runs a program without its output.
 * @param env variables in addition to our own
 * @returns the last line of its errors if it fails, else undefined
 */
export function failureOf(program, args, env = {}) {
  const { status, stderr, error } = spawnSync(program, args, {
    encoding: 'utf8',
    stdio: ['ignore', 'ignore', 'pipe'],
    env: { ...process.env, ...env },
  })
  return status === 0 ? undefined : (stderr?.trim().split('\n').at(-1) ?? error.message)
}

/**
 * Runs `node ...args` on our own terminal and resolves with its exit code (128 + n if a signal ended it). Passes on
 * SIGINT and SIGTERM, and then ends this process too once the child has exited, so that the child can close its
 * resources.
 */
export function runNode(args, env = process.env) {
  const child = spawn(process.execPath, args, { stdio: 'inherit', env })
  let asked
  const forward = (signal) => {
    asked = signal
    child.kill(signal)
  }
  process.on('SIGINT', forward).on('SIGTERM', forward)
  return new Promise((resolve) => {
    child.on('close', (code, signal) => {
      process.off('SIGINT', forward).off('SIGTERM', forward)
      const exitCode = code ?? 128 + constants.signals[signal]
      if (asked) process.exit(exitCode)
      resolve(exitCode)
    })
  })
}
