import { defineConfig } from 'playwright/test'
import chromium from './playwright.config.ts'

/** The journeys with the tag @firefox once more, in Debian's Firefox, which Playwright drives over WebDriver BiDi. */
export default defineConfig({
  ...chromium,
  grep: /@firefox/,
  // It takes twice as long as Chromium, and two already keep both cores busy.
  timeout: 120_000,
  workers: 2,
  outputDir: '../reports/firefox',
  reporter: [['list'], ['json', { outputFile: '../reports/firefox.json' }]],
  use: {
    locale: 'en-GB',
    timezoneId: 'Europe/Tallinn',
    browserName: 'firefox',
    channel: 'moz-firefox',
    launchOptions: {
      executablePath: '/usr/bin/firefox-esr',
      firefoxUserPrefs: { 'ui.prefersReducedMotion': 1 },
    },
  },
})
