import { spawnSync } from 'node:child_process'

/** Runs git. @returns its output, or null without git or a repository, as in an unpacked archive */
export function git(...args) {
  const { status, stdout } = spawnSync('git', args, { encoding: 'utf8', maxBuffer: 50_000_000 })
  return status === 0 ? stdout : null
}
