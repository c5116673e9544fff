import type { Page } from 'playwright/test'
import { expect } from './fixtures.ts'

/** The script with the router and the list. */
export const PAGE_SCRIPT = /\/assets\/page-[^/]*\.js$/

/** Delays that script until the promise settles. */
export const holdPage = (page: Page, until: Promise<unknown>) =>
  page.route(PAGE_SCRIPT, async (route) => {
    await until
    await route.continue()
  })

/** Waits for the page: the first rows have no such button. */
export const renderedAll = (page: Page) =>
  expect(page.getByRole('button', { name: 'Create token', exact: true })).toBeVisible()
