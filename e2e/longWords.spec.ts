import type { Page } from 'playwright/test'
import { permission } from './createSteps.ts'
import { createForm } from './dialogSteps.ts'
import { expect, test } from './fixtures.ts'
import { isFull } from './full.ts'
import { longWords, pagesWith } from './otherTranslations.ts'
import { expectNoSidewaysScroll } from './pageSteps.ts'
import { revealDialog } from './revealSteps.ts'
import { catalogOf, sayer } from './translations.ts'

const words = longWords(Object.keys(catalogOf('et')))
const say = sayer(words)

/** No control is cut off by its own edge or the window's, unless it is in something that scrolls. */
async function expectRoom(page: Page, where: string): Promise<void> {
  await expectNoSidewaysScroll(page)
  const cut = await page.evaluate(() => {
    const scrolls = (element: Element | null): boolean =>
      element !== null &&
      ((/auto|scroll/.test(getComputedStyle(element).overflowX) && element.scrollWidth > element.clientWidth) ||
        scrolls(element.parentElement))
    const isCut = (control: HTMLElement) => {
      const { left, right, width } = control.getBoundingClientRect()
      // Texts for screen readers are one pixel wide, and the skip link is off-screen until it has the focus.
      if (!control.textContent || width <= 1 || control.matches('[href="#main"]')) return false
      const overflows = control.scrollWidth > control.clientWidth + 1 && getComputedStyle(control).display !== 'inline'
      const isOutside = left < -1 || right > document.documentElement.clientWidth + 1
      return overflows || (isOutside && !scrolls(control))
    }
    const controls = document.querySelectorAll<HTMLElement>(
      'button, a[href], [role^=menuitem], label, h1, h2, h3, th, td',
    )
    return [...controls]
      .filter((control) => control.checkVisibility({ visibilityProperty: true }) && isCut(control))
      .map((control) => control.textContent)
  })
  expect(cut, `cut off on ${where}`).toEqual([])
}

for (const width of isFull ? [360, 1280] : [360]) {
  test.describe(`words 40 % longer on a screen of ${width} px`, () => {
    test.use({ locale: 'et', viewport: { width, height: 800 }, sandboxOptions: { pages: pagesWith('et', words) } })

    test('fit on every screen', async ({ page }) => {
      await page.goto('/tokens')
      await expect(page.getByRole('heading', { name: say('Sign in'), level: 1 })).toBeVisible()
      await expectRoom(page, 'the sign-in page')
      await page.getByRole('textbox', { name: say('Username') }).fill('staff')
      await page.getByLabel(say('Password'), { exact: true }).fill('staff')
      await page.getByRole('button', { name: say('Sign in'), exact: true }).click()

      const create = page.getByRole('button', { name: say('Create token'), exact: true })
      await expect(create).toBeVisible()
      await expect(page.getByRole('link', { name: 'nightly-backup', exact: true })).toBeVisible()
      await expectRoom(page, 'the list')
      await page.getByRole('checkbox', { name: say('Select {{name}}', { name: 'nightly-backup' }) }).check()
      await expectRoom(page, 'the list with a selection')
      await page.getByRole('button', { name: say('Account menu') }).click()
      await expect(page.getByRole('menuitemradio', { name: 'Eesti' })).toBeVisible()
      await expectRoom(page, 'the account menu')
      await page.keyboard.press('Escape')

      await create.click()
      const form = createForm(page, say('Create token'))
      await form.getByRole('textbox', { name: say('Name') }).fill('long')
      await form.getByRole('searchbox', { name: say('Search permissions') }).fill('PROJECT.LIST')
      await permission(form, 'PROJECT.LIST').check()
      await form.getByRole('searchbox', { name: say('Search permissions') }).clear()
      await form.getByRole('radio', { name: say('Only in specific places') }).check()
      await form.getByRole('combobox', { name: say('Add a place') }).click()
      await page.keyboard.press('Escape')
      await form.getByRole('button', { name: say('Another date') }).click()
      await expectRoom(page, 'the form')
      await form.getByRole('radio', { name: say('Everywhere'), exact: true }).check()
      await form.getByRole('radio', { name: say('30 days') }).check()
      await form.getByRole('button', { name: say('Create token') }).click()

      const reveal = revealDialog(page, say('Copy the secret'))
      await expectRoom(page, 'the reveal')
      await reveal.getByRole('checkbox', { name: say('I’ve stored the secret') }).check()
      await reveal.getByRole('button', { name: say('Done') }).click()

      await page.getByRole('link', { name: 'nightly-backup', exact: true }).click()
      await expect(page.getByRole('heading', { name: 'nightly-backup', level: 1 })).toBeVisible()
      await expect(page.getByRole('heading', { name: say('Access') })).toBeVisible()
      await expectRoom(page, 'the page of a token')
      await page.getByRole('button', { name: say('Actions for {{name}}', { name: 'nightly-backup' }) }).click()
      await page.getByRole('menuitem', { name: say('Revoke') }).click()
      await expect(page.getByRole('button', { name: say('Revoke token') })).toBeVisible()
      await expectRoom(page, 'the question before revoking')
    })
  })
}
