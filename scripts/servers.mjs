import { existsSync } from 'node:fs'
import { aptInstall } from './apt.mjs'

// e2e/webServer.ts looks in the same folders.
const folders = ['/usr/sbin', '/usr/bin', '/usr/local/bin']

/**
 * Installs nginx and Caddy for the journeys behind a real web server, and prints which are missing. Tests that need a
 * missing one are skipped.
 */
export function bringServers() {
  const missing = ['nginx', 'caddy'].filter((program) => !isInstalled(program))
  if (missing.length > 0) aptInstall(missing, '--no-install-recommends')
  for (const program of missing.filter((each) => !isInstalled(each))) {
    console.log(`${program} isn't installed, so its journeys are skipped.`)
  }
}

const isInstalled = (program) => folders.some((folder) => existsSync(`${folder}/${program}`))
