import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'

// e2e/playwright.config.ts makes the same choice: this one where it exists, else Playwright's own.
const chromium = '/usr/bin/chromium'

/** Brings a browser for the journeys and says which; returns one sentence when that fails, else undefined. */
export function browserProblem() {
  if (!existsSync(chromium) && !ways().some((way) => way())) {
    return 'No browser could be installed for the journeys: install Chromium yourself or check your network, then run the same command again.'
  }
  console.log(`Browser: ${existsSync(chromium) ? chromium : "Playwright's own Chromium"}`)
  return undefined
}

function ways() {
  const canInstallPackages = process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')
  if (!canInstallPackages) return [playwrightsOwn]
  return [isDebian() ? debianPackage : () => playwrightsOwn('--with-deps'), playwrightsOwn]
}

// Ubuntu's package of the same name only points to a snap, which a container cannot run.
function isDebian() {
  return existsSync('/etc/os-release') && /^ID=debian$/m.test(readFileSync('/etc/os-release', 'utf8'))
}

function debianPackage() {
  console.log('Installing Chromium (apt-get install chromium) …')
  return quietly('apt-get', ['update']) && quietly('apt-get', ['install', '-y', 'chromium']) && existsSync(chromium)
}

function playwrightsOwn(...options) {
  console.log("Looking for Playwright's own Chromium, installing it when missing …")
  return quietly(process.execPath, ['node_modules/playwright/cli.js', 'install', ...options, 'chromium'])
}

function quietly(command, args) {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  return spawnSync(command, args, { stdio: 'ignore', env }).status === 0
}
