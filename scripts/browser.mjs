import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'

// e2e/playwright.config.ts makes the same choice: the first installed one of Debian's packages, else Playwright's own.
const packages = ['chromium-headless-shell', 'chromium']
const program = (name) => `/usr/bin/${name}`
const installed = () => packages.map(program).find((path) => existsSync(path))

/** Installs a browser for the journeys and prints which one; returns a message if that fails, else undefined. */
export function browserProblem() {
  // The headless shell needs a third less CPU, so it is installed even if there is another browser.
  if (!ways().some((way) => way())) {
    return "Couldn't install a browser for the journeys. Install Chromium or check your network, then run the command again."
  }
  console.log(`Browser: ${installed() ?? "Playwright's own Chromium"}`)
  return undefined
}

function ways() {
  const canInstallPackages = process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')
  if (canInstallPackages && isDebian()) return [...packages.map((name) => () => debianPackage(name)), playwrightsOwn]
  if (installed() !== undefined) return [() => true]
  return canInstallPackages ? [() => playwrightsOwn('--with-deps'), playwrightsOwn] : [playwrightsOwn]
}

// Ubuntu's package of the same name only points to a snap, which can't run in a container.
function isDebian() {
  return existsSync('/etc/os-release') && /^ID=debian$/m.test(readFileSync('/etc/os-release', 'utf8'))
}

function debianPackage(name) {
  if (existsSync(program(name))) return true
  console.log(`Installing Chromium (apt-get install ${name}) …`)
  return quietly('apt-get', ['update']) && quietly('apt-get', ['install', '-y', name]) && existsSync(program(name))
}

function playwrightsOwn(...options) {
  console.log("Installing Playwright's own Chromium, unless it is here …")
  return quietly(process.execPath, ['node_modules/playwright/cli.js', 'install', ...options, 'chromium'])
}

function quietly(command, args) {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  return spawnSync(command, args, { stdio: 'ignore', env }).status === 0
}
