import { existsSync } from 'node:fs'
import { defineConfig } from 'playwright/test'
import journeys from '../playwright.config.ts'

// The browser that people use: the headless shell, which the e2e tests prefer, compiles each script anew every time.
const executablePath = ['/usr/bin/chromium'].find((path) => existsSync(path))

/** One measurement at a time, with animations. */
export default defineConfig({
  testMatch: '*.bench.ts',
  outputDir: '../../reports/bench',
  globalSetup: '../globalSetup.ts',
  workers: 1,
  timeout: 0,
  reporter: 'line',
  use: {
    ...journeys.use,
    contextOptions: {},
    viewport: { width: 1280, height: 900 },
    launchOptions: { ...journeys.use?.launchOptions, ...(executablePath !== undefined && { executablePath }) },
  },
})
