import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { failureOf } from './run.mjs'

/** Whether this is Debian itself, whose packages sometimes have other contents than those of its derivatives. */
export const isDebian = () => /^ID=debian$/m.test(osRelease())

/** Whether packages can be installed here: as root, on Debian or a derivative. */
export const canInstall = () =>
  process.getuid?.() === 0 && existsSync('/usr/bin/apt-get') && /^ID(_LIKE)?=.*\bdebian\b/m.test(osRelease())

/** Installs packages, if that is possible here. @returns whether it succeeded */
export function aptInstall(packages, ...options) {
  if (!canInstall()) return false
  console.log(`Installing ${packages.join(' and ')} (apt-get install) …`)
  return succeeds('apt-get', ['update']) && succeeds('apt-get', ['install', '-y', ...options, ...packages])
}

/** Installs packages unless their programs are here. @returns whether these are here now */
export function bring(programs, packages, ...options) {
  const areHere = () => programs.every((program) => existsSync(program))
  return areHere() || (aptInstall(packages, ...options) && areHere())
}

/** Runs a command that may install packages, without its output. @returns whether it succeeded */
export const succeeds = (command, args) =>
  // Runlevel 1, so that no package starts a server.
  failureOf(command, args, { DEBIAN_FRONTEND: 'noninteractive', RUNLEVEL: '1' }) === undefined

/** An installed package with its version; only its name without dpkg. */
export const versionOf = (name) =>
  spawnSync('dpkg-query', ['--show', name], { encoding: 'utf8' }).stdout?.trim().replace('\t', ' ') || name

const osRelease = () => (existsSync('/etc/os-release') ? readFileSync('/etc/os-release', 'utf8') : '')
