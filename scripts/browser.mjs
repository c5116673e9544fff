import { existsSync } from 'node:fs'
import { bring, canInstall, isDebian, succeeds } from './apt.mjs'

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
  console.log(`Chromium: ${installed() ?? "Playwright's own Chromium"}`)
  return undefined
}

function ways() {
  // Ubuntu's package of the same name only points to a snap, which can't run in a container.
  if (canInstall() && isDebian())
    return [...packages.map((name) => () => bring([program(name)], [name])), playwrightsOwn]
  if (installed() !== undefined) return [() => true]
  return canInstall() ? [() => playwrightsOwn('--with-deps'), playwrightsOwn] : [playwrightsOwn]
}

function playwrightsOwn(...options) {
  console.log("Installing Playwright's own Chromium, unless it is here …")
  return succeeds(process.execPath, ['node_modules/playwright/cli.js', 'install', ...options, 'chromium'])
}
