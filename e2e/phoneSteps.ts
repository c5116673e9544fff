import type { Locator, Page } from 'playwright/test'
import { expect } from 'playwright/test'
import { permission } from './createSteps.ts'
import { createForm } from './dialogSteps.ts'
import { expectNoSidewaysScroll } from './pageSteps.ts'

/** A touch screen as wide as a phone. Nothing is clicked with a mouse in these tests. */
export const PHONE = { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true } as const

/** For the steps that use the mouse by default. */
export const tap = (target: Locator): Promise<void> => target.tap()

export async function signInByTouch(page: Page, username: string, path = '/tokens'): Promise<void> {
  await page.goto(path)
  await enterByTouch(page, username)
  await expect(page.getByRole('button', { name: 'Account menu' })).toBeVisible()
}

/** Fills in and submits the password form, without checking the result. */
export async function enterByTouch(page: Page, username: string): Promise<void> {
  await page.getByRole('textbox', { name: 'Username' }).fill(username)
  await page.getByLabel('Password', { exact: true }).fill(username)
  await page.getByRole('button', { name: 'Sign in', exact: true }).tap()
}

export const cards = (page: Page): Locator => page.getByRole('list', { name: 'Personal access tokens' })
export const card = (page: Page, name: string): Locator =>
  cards(page)
    .getByRole('listitem')
    .filter({ has: page.getByRole('link', { name, exact: true }) })

/** Opens the menu of tools. */
export async function openToolsByTouch(page: Page): Promise<Locator> {
  await page.getByRole('button', { name: 'Tools', exact: true }).tap()
  return page.getByRole('menu', { name: 'Tools' })
}

/** Opens a dialog from the menu of a token, on its card or its page. */
export async function chooseByTouch(page: Page, item: RegExp, name: string): Promise<void> {
  await page.getByRole('button', { name: `Actions for ${name}`, exact: true }).tap()
  await page.getByRole('menuitem', { name: item }).tap()
}

/** Opens the form and fills in a name and one permission, which is enough for Waldur. */
export async function beginByTouch(page: Page, name: string): Promise<Locator> {
  await page.getByRole('button', { name: 'Create token', exact: true }).tap()
  const form = createForm(page)
  await form.getByRole('textbox', { name: 'Name' }).fill(name)
  await form.getByRole('searchbox', { name: 'Search permissions' }).fill('PROJECT.LIST')
  await permission(form, 'PROJECT.LIST').tap()
  return form
}

/** The whole element is on the screen, without scrolling. */
export const expectInSight = (target: Locator): Promise<void> => expect(target).toBeInViewport({ ratio: 0.99 })

/** The dialog fills the screen, or its lower part; its main button is in reach, and nothing is cut off at the side. */
export async function expectFullScreen(page: Page, dialog: Locator, action: string): Promise<void> {
  const { width, height } = page.viewportSize() ?? { width: 0, height: 0 }
  await expect.poll(async () => (await dialog.boundingBox())?.width).toBe(width)
  const { y = 0, height: own = 0 } = (await dialog.boundingBox()) ?? {}
  expect(y + own).toBe(height)
  await expect(dialog.getByRole('button', { name: action, exact: true })).toBeInViewport({ ratio: 1 })
  await expectNoSidewaysScroll(page)
  await expectNothingWide(dialog)
}

/**
 * Nothing inside scrolls sideways or has its text cut off at the side. Text fields may scroll, and text that ends in
 * “…” is shortened on purpose.
 */
export async function expectNothingWide(where: Locator): Promise<void> {
  const wide = await where.evaluate((root) =>
    [root, ...root.querySelectorAll('*:not(input, textarea)')]
      .filter((element) => element.scrollWidth > element.clientWidth && element.clientWidth > 1)
      // Not the gap in a field's frame, which grows to the label's width for a moment.
      .filter((element) => element.checkVisibility({ visibilityProperty: true }))
      .filter((element) => {
        const { overflowX, textOverflow } = getComputedStyle(element)
        // A ripple or a progress bar is wider than its frame, but has no text and does not scroll.
        const isBare = element.textContent === '' && ['hidden', 'clip'].includes(overflowX)
        return overflowX !== 'visible' && textOverflow !== 'ellipsis' && !isBare
      })
      .map((element) => element.textContent),
  )
  expect(wide, 'what is wider than its room').toEqual([])
}
