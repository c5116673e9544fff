import { existsSync } from 'node:fs'
import { defineConfig } from 'playwright/test'
import journeys from '../playwright.config.ts'

// As people have it: the one without windows, which the journeys prefer, compiles each script anew.
const executablePath = ['/usr/bin/chromium'].find((path) => existsSync(path))

/** One measurement at a time, and everything that moves. */
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
