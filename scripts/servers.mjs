import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'

// e2e/webServer.ts looks in the same places.
const folders = ['/usr/sbin', '/usr/bin', '/usr/local/bin']

/** Brings nginx and Caddy for the journeys through a real web server, and says which are here; those without are skipped. */
export function bringServers() {
  const missing = ['nginx', 'caddy'].filter((program) => !isInstalled(program))
  if (missing.length > 0 && canInstall()) {
    console.log(`Installing ${missing.join(' and ')} (apt-get install) …`)
    quietly('apt-get', ['update']) && quietly('apt-get', ['install', '-y', '--no-install-recommends', ...missing])
  }
  for (const program of missing.filter((each) => !isInstalled(each))) {
    console.log(`No ${program} here: install it to run its journeys, which are skipped now.`)
  }
}

const isInstalled = (program) => folders.some((folder) => existsSync(`${folder}/${program}`))

function canInstall() {
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get') || !existsSync('/etc/os-release')) return false
  return /^ID(_LIKE)?=.*\bdebian\b/m.test(readFileSync('/etc/os-release', 'utf8'))
}

function quietly(command, args) {
  // Runlevel 1: a package must not start a web server on somebody's machine.
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive', RUNLEVEL: '1' }
  return spawnSync(command, args, { stdio: 'ignore', env }).status === 0
}
