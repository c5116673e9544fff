import { defineConfig } from 'playwright/test'
import chromium from './playwright.config.ts'

/** The journeys in webkit/, in Debian's WebKitGTK, which Playwright can't drive. */
export default defineConfig({
  ...chromium,
  timeout: 120_000,
  testMatch: 'webkit/*.webkit.ts',
  outputDir: '../reports/webkit',
  reporter: [['list'], ['json', { outputFile: '../reports/webkit.json' }]],
  use: {},
})
