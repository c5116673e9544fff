import { spawnSync } from 'node:child_process'

/** Asks git. @returns what it says, or null where there is no git, or no repository, as in an unpacked archive */
export function git(...args) {
  const { status, stdout } = spawnSync('git', args, { encoding: 'utf8', maxBuffer: 50_000_000 })
  return status === 0 ? stdout : null
}
