import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'

// e2e/webServer.ts looks in the same folders.
const folders = ['/usr/sbin', '/usr/bin', '/usr/local/bin']

/**
 * Installs nginx and Caddy for the journeys behind a real web server, and prints which are missing. Tests
 * that need a missing one are skipped.
 */
export function bringServers() {
  const missing = ['nginx', 'caddy'].filter((program) => !isInstalled(program))
  if (missing.length > 0 && canInstall()) {
    console.log(`Installing ${missing.join(' and ')} (apt-get install) …`)
    quietly('apt-get', ['update']) && quietly('apt-get', ['install', '-y', '--no-install-recommends', ...missing])
  }
  for (const program of missing.filter((each) => !isInstalled(each))) {
    console.log(`${program} isn't installed, so its journeys are skipped.`)
  }
}

const isInstalled = (program) => folders.some((folder) => existsSync(`${folder}/${program}`))

function canInstall() {
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get') || !existsSync('/etc/os-release')) return false
  return /^ID(_LIKE)?=.*\bdebian\b/m.test(readFileSync('/etc/os-release', 'utf8'))
}

function quietly(command, args) {
  // Runlevel 1, so that the package doesn't start a web server.
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive', RUNLEVEL: '1' }
  return spawnSync(command, args, { stdio: 'ignore', env }).status === 0
}
