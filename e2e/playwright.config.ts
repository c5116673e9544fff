import { existsSync } from 'node:fs'
import { defineConfig } from 'playwright/test'
import { isFull, longSpecs } from './full.ts'

// scripts/browser.mjs makes the same choice: Debian's Chromium where it is installed, best the one without windows,
// which needs a third less of the processor; else Playwright's own.
const chromium = ['/usr/bin/chromium-headless-shell', '/usr/bin/chromium'].find((path) => existsSync(path))

export default defineConfig({
  testDir: '.',
  // Those of clients/ are run by Vitest.
  testMatch: '*.spec.ts',
  testIgnore: isFull ? [] : longSpecs,
  outputDir: '../reports/journeys',
  globalSetup: './globalSetup.ts',
  fullyParallel: true,
  workers: 2,
  retries: 0,
  // A busy machine is slow, not wrong; a step that never comes fails by its own limit of twenty seconds.
  timeout: 60_000,
  forbidOnly: Boolean(process.env['CI']),
  reporter: [['list'], ['json', { outputFile: '../reports/journeys.json' }]],
  // Two of three looks at the server come six seconds after a lost answer.
  expect: { timeout: 20_000 },
  use: {
    browserName: 'chromium',
    locale: 'en-GB',
    timezoneId: 'Europe/Tallinn',
    permissions: ['clipboard-read', 'clipboard-write'],
    // Nothing is learned from drawing sixty frames of each dialog that opens.
    contextOptions: { reducedMotion: 'reduce' },
    launchOptions: {
      ...(chromium !== undefined && { executablePath: chromium }),
      // Chromium's own sandbox does not start for root, which is who runs things in a container.
      args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
    },
  },
})
