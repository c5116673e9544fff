import type { Locator, Page } from 'playwright/test'
import { expect } from 'playwright/test'
import { permission } from './createSteps.ts'
import { expectNoSidewaysScroll } from './pageSteps.ts'

/** A finger, and a window as wide as a phone. Nothing is clicked with a mouse here. */
export const PHONE = { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true } as const

/** For the steps that press a button with the mouse unless told otherwise. */
export const tap = (target: Locator): Promise<void> => target.tap()

export async function signInByTouch(page: Page, username: string, path = '/tokens'): Promise<void> {
  await page.goto(path)
  await enterByTouch(page, username)
  await expect(page.getByRole('button', { name: 'Account menu' })).toBeVisible()
}

/** Fills the password form and sends it; says nothing of the outcome. */
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

/** Opens the menu with what stands beside the search where there is room. */
export async function openMore(page: Page, press = tap): Promise<Locator> {
  await press(page.getByRole('button', { name: 'More', exact: true }))
  return page.getByRole('menu', { name: 'More' })
}

/** Opens a dialog from the menu of the token's card. */
export async function chooseByTouch(page: Page, item: RegExp, name: string): Promise<void> {
  await card(page, name)
    .getByRole('button', { name: `Actions for ${name}` })
    .tap()
  await page.getByRole('menuitem', { name: item }).tap()
}

/** Opens the form and fills it with a name and one permission: enough for Waldur. */
export async function beginByTouch(page: Page, name: string): Promise<Locator> {
  await page.getByRole('button', { name: 'Create token', exact: true }).tap()
  const form = page.getByRole('dialog', { name: 'Create personal access token' })
  await form.getByRole('textbox', { name: 'Name' }).fill(name)
  await form.getByRole('searchbox', { name: 'Search permissions' }).fill('PROJECT.LIST')
  await permission(form, 'PROJECT.LIST').tap()
  return form
}

/** The whole of it is on the screen, without scrolling. */
export const expectInSight = (target: Locator): Promise<void> => expect(target).toBeInViewport({ ratio: 0.99 })

/** The dialog takes the whole screen, its way on is in reach, and nothing is cut off at the side. */
export async function expectFullScreen(page: Page, dialog: Locator, action: string): Promise<void> {
  const { width, height } = page.viewportSize() ?? { width: 0, height: 0 }
  await expect.poll(async () => (await dialog.boundingBox())?.width).toBe(width)
  expect((await dialog.boundingBox())?.height).toBe(height)
  await expect(dialog.getByRole('button', { name: action, exact: true })).toBeInViewport({ ratio: 1 })
  await expectNoSidewaysScroll(page)
  await expectNothingWide(dialog)
}

/**
 * What scrolls by itself does not scroll sideways, and what cuts off its edges cuts off no text at its side. A field
 * scrolls with what is typed, and what ends in “…” says that there is more.
 */
export async function expectNothingWide(where: Locator): Promise<void> {
  const wide = await where.evaluate((root) =>
    [root, ...root.querySelectorAll('*:not(input, textarea)')]
      .filter((element) => element.scrollWidth > element.clientWidth && element.clientWidth > 1)
      // Not the gap in a field's frame, which grows to the label's width for a moment.
      .filter((element) => element.checkVisibility({ visibilityProperty: true }))
      .filter((element) => {
        const { overflowX, pointerEvents, textOverflow } = getComputedStyle(element)
        // What a finger leaves on a button spreads beyond it.
        const isRipple = element.textContent === '' && pointerEvents === 'none'
        return overflowX !== 'visible' && textOverflow !== 'ellipsis' && !isRipple
      })
      .map((element) => element.textContent),
  )
  expect(wide, 'what is wider than its room').toEqual([])
}
