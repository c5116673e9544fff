import type { Page } from 'playwright/test'

/** The script that renders the page, the second to load. */
export const PAGE_SCRIPT = /\/assets\/page-[^/]*\.js$/

/** Delays that script until the promise settles. */
export const holdPage = (page: Page, until: Promise<unknown>) =>
  page.route(PAGE_SCRIPT, async (route) => {
    await until
    await route.continue()
  })
