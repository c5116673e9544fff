import { defineConfig } from 'playwright/test'
import journeys from './playwright.config.ts'

/**
 * `npm run screens`: pictures of every screen, side by side in reports/screens/index.html, and those of docs/. They are
 * for looking at and assert nothing. `npm run screens -- pictures` makes only those of docs/.
 */
export default defineConfig(journeys, {
  testMatch: ['screens.ts', 'pictures.ts'],
  outputDir: '../reports/screens/run',
  reporter: 'line',
})
