import { defineConfig } from 'playwright/test'
import journeys from '../playwright.config.ts'

/** The browser of the journeys, and one measurement at a time. */
export default defineConfig({
  testMatch: '*.bench.ts',
  outputDir: '../../reports/bench',
  globalSetup: '../globalSetup.ts',
  workers: 1,
  timeout: 0,
  reporter: 'line',
  use: { ...journeys.use, viewport: { width: 1280, height: 900 } },
})
