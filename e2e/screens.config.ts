import { defineConfig } from 'playwright/test'
import journeys from './playwright.config.ts'

/** `npm run screens`: pictures of every screen, side by side in reports/screens/index.html. Proves nothing: to look at. */
export default defineConfig(journeys, {
  testMatch: 'screens.ts',
  outputDir: '../reports/screens/run',
  reporter: 'line',
})
