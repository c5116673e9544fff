import { defineConfig } from 'playwright/test'
import journeys from './playwright.config.ts'

/**
 * `npm run screens`: pictures of every screen, side by side in reports/screens/index.html, and those of docs/. Proves
 * nothing: to look at. `npm run screens -- pictures` makes those of docs/ alone.
 */
export default defineConfig(journeys, {
  testMatch: ['screens.ts', 'pictures.ts'],
  outputDir: '../reports/screens/run',
  reporter: 'line',
})
