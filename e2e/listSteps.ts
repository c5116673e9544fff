import type { Locator, Page } from 'playwright/test'
import { expect } from 'playwright/test'

export const tokenTable = (page: Page): Locator => page.getByRole('table', { name: 'Personal access tokens' })

/** The rows of the tokens with this name. */
export const tokenRow = (page: Page, name: string): Locator =>
  tokenTable(page)
    .getByRole('row')
    .filter({ has: page.getByRole('link', { name, exact: true }) })

/** The number of tokens in the table, rendered or not: what a screen reader announces, minus the header row. */
export const expectTokens = (page: Page, count: number): Promise<void> =>
  expect(tokenTable(page)).toHaveAttribute('aria-rowcount', String(count + 1))

/** Searches the list. */
export const searchTokens = (page: Page, text: string): Promise<void> =>
  page.getByRole('searchbox', { name: 'Search tokens' }).fill(text)

/** Opens the menu of tools. */
export async function openTools(page: Page): Promise<Locator> {
  await page.getByRole('button', { name: 'Tools', exact: true }).click()
  return page.getByRole('menu', { name: 'Tools' })
}

/** Chooses an item of the menu of tools. */
export async function openTool(page: Page, name: string): Promise<void> {
  await (await openTools(page)).getByRole('menuitem', { name }).click()
}

/** Opens the menu of a token, in its row or on its page. */
export async function openActions(page: Page, name: string): Promise<Locator> {
  await page.getByRole('button', { name: `Actions for ${name}`, exact: true }).click()
  return page.getByRole('menu', { name: `Actions for ${name}` })
}

/** Opens the menu of the token whose page is open. */
export async function openPageActions(page: Page): Promise<Locator> {
  await page.getByRole('button', { name: /^Actions for / }).click()
  return page.getByRole('menu')
}

type Action = 'Rotate' | 'Replace' | 'Duplicate' | 'Edit IP addresses' | 'Revoke'

/** The accessible name of an item also contains what it does, or why it is disabled. */
export const menuItem = (menu: Locator, action: Action): Locator =>
  menu.getByRole('menuitem', { name: new RegExp(`^${action}`) })

/** Opens the dialog of an action from the row's menu. */
export async function choose(page: Page, action: 'Rotate' | 'Replace' | 'Revoke', name: string): Promise<Locator> {
  const menu = await openActions(page, name)
  await menuItem(menu, action).click()
  const dialog = page.getByRole('dialog', { name: `${action} ${name}` })
  await expect(dialog).toBeVisible()
  return dialog
}

/** The list's notice about unsaved secrets and lost responses. */
export const notice = (page: Page, text: string | RegExp): Locator => page.getByRole('note').filter({ hasText: text })

/** Opens the dialog from the token's row. */
export async function changeNetworks(page: Page, name: string): Promise<Locator> {
  await (await openActions(page, name)).getByRole('menuitem', { name: 'Edit IP addresses' }).click()
  const dialog = page.getByRole('dialog', { name: `Edit allowed IP addresses for ${name}` })
  await expect(dialog).toBeVisible()
  return dialog
}
