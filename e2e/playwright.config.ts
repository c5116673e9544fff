import { existsSync } from 'node:fs'
import { defineConfig } from 'playwright/test'
import { isFull } from './full.ts'

// scripts/browser.mjs makes the same choice: Debian's Chromium if it is installed, preferably the headless shell, which
// needs a third less CPU; else Playwright's own.
const chromium = ['/usr/bin/chromium-headless-shell', '/usr/bin/chromium'].find((path) => existsSync(path))

export default defineConfig({
  testDir: '.',
  // The tests in clients/ are run by Vitest.
  testMatch: '*.spec.ts',
  testIgnore: isFull ? [] : '*.slow.spec.ts',
  ...(!isFull && { grepInvert: /@slow/ }),
  outputDir: '../reports/journeys',
  globalSetup: './globalSetup.ts',
  fullyParallel: true,
  // Three for two cores, because a test spends a third of its time waiting.
  workers: 3,
  retries: 0,
  // A slow machine is no failure; a step that never succeeds fails by its own limit of twenty seconds.
  timeout: 60_000,
  forbidOnly: Boolean(process.env['CI']),
  reporter: [['list'], ['json', { outputFile: '../reports/journeys.json' }]],
  // After a lost response, two of the page's three checks come six seconds later.
  expect: { timeout: 20_000 },
  use: {
    browserName: 'chromium',
    locale: 'en-GB',
    timezoneId: 'Europe/Tallinn',
    permissions: ['clipboard-read', 'clipboard-write'],
    // There is nothing to learn from the animation of each dialog.
    contextOptions: { reducedMotion: 'reduce' },
    launchOptions: {
      ...(chromium !== undefined && { executablePath: chromium }),
      // Chromium's own sandbox doesn't start for root, the usual user in a container.
      args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
    },
  },
})
