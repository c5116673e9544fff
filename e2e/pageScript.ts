import type { Page } from 'playwright/test'

/** The script that draws the page, which comes second. */
export const PAGE_SCRIPT = /\/assets\/page-[^/]*\.js$/

/** Lets it come no sooner than this. */
export const holdPage = (page: Page, until: Promise<unknown>) =>
  page.route(PAGE_SCRIPT, async (route) => {
    await until
    await route.continue()
  })
