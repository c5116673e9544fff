import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'

/** Whether this is Debian itself, whose packages sometimes have other contents than those of its derivatives. */
export const isDebian = () => /^ID=debian$/m.test(osRelease())

/** Whether packages can be installed here: as root, on Debian or a derivative. */
export const canInstall = () =>
  process.getuid?.() === 0 && existsSync('/usr/bin/apt-get') && /^ID(_LIKE)?=.*\bdebian\b/m.test(osRelease())

/** Installs packages. @returns whether that succeeded */
export function aptInstall(packages, ...options) {
  console.log(`Installing ${packages.join(' and ')} (apt-get install) …`)
  return quietly('apt-get', ['update']) && quietly('apt-get', ['install', '-y', ...options, ...packages])
}

/** Runs a command without its output. @returns whether it succeeded */
export function quietly(command, args) {
  // Runlevel 1, so that no package starts a server.
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive', RUNLEVEL: '1' }
  return spawnSync(command, args, { stdio: 'ignore', env }).status === 0
}

/** An installed package with its version; only its name without dpkg. */
export const versionOf = (name) =>
  spawnSync('dpkg-query', ['--show', name], { encoding: 'utf8' }).stdout?.trim().replace('\t', ' ') || name

const osRelease = () => (existsSync('/etc/os-release') ? readFileSync('/etc/os-release', 'utf8') : '')
