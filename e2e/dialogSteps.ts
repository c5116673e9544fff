import type { Locator, Page } from 'playwright/test'

/** The form of a new token. It fills the window, so it is the main part of the page and no dialog. */
export const createForm = (page: Page, title: string | RegExp = 'Create token'): Locator =>
  page.getByRole('main', { name: title })

/** The dialogs, and the form of a new token. The main part of the page itself has no name. */
export const dialogs = (page: Page): Locator => page.getByRole('dialog').or(createForm(page, /./))
