import { spawn } from 'node:child_process'

/** Starts npm: the one that runs this script, if any, else the one on the PATH. */
export function spawnNpm(args, options) {
  const path = process.env.npm_execpath
  if (path?.endsWith('npm-cli.js')) return spawn(process.execPath, [path, ...args], options)
  return spawn('npm', args, { ...options, shell: process.platform === 'win32' })
}
