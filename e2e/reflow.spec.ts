import type { Page } from 'playwright/test'
import { expectAccessible } from './axe.ts'
import { fillCreate, limitToEntities } from './createSteps.ts'
import { createForm } from './dialogSteps.ts'
import { expect, test } from './fixtures.ts'
import { expectFocusSeen } from './keyboardSteps.ts'
import { menuItem, openPageActions } from './listSteps.ts'
import { expectNoSidewaysScroll } from './pageSteps.ts'
import { revealDialog } from './revealSteps.ts'
import { signIn } from './sessionSteps.ts'

/** Opens the screens that have most of the page’s elements, one after the other, and checks each. */
async function walk(page: Page, check: (screen: string) => Promise<void>): Promise<void> {
  await page.goto('/tokens')
  await expect(page.getByRole('button', { name: 'Sign in', exact: true })).toBeVisible()
  await check('sign-in')
  await signIn(page, 'owner')
  await expect(page.getByRole('link', { name: 'terraform' })).toBeVisible()
  await check('list')
  await page.getByRole('link', { name: 'legacy-inventory' }).click()
  await expect(page.getByRole('heading', { name: 'Activity' })).toBeVisible()
  await check('one token')
  await menuItem(await openPageActions(page), 'Revoke').click()
  await expect(page.getByRole('dialog')).toBeVisible()
  await check('revoke')
  await page.keyboard.press('Escape')
  await page.getByRole('link', { name: 'All tokens' }).click()
  await page.getByRole('button', { name: 'Create token', exact: true }).click()
  const form = createForm(page)
  await fillCreate(form, 'reflow', 'PROJECT.LIST')
  await limitToEntities(form)
  await form.getByRole('button', { name: 'Create token' }).click()
  await expect(form.getByText('Add at least one place').first()).toBeVisible()
  await check('create, with a problem')
  await form.getByRole('radio', { name: 'Everywhere you have these permissions' }).check()
  await form.getByRole('button', { name: 'Create token' }).click()
  await expect(revealDialog(page)).toBeVisible()
  await revealDialog(page).getByRole('button', { name: 'Show secret' }).click()
  await check('the secret')
}

test.describe('320 pixels wide', () => {
  test.use({ viewport: { width: 320, height: 640 } })

  test('no screen scrolls sideways, and axe finds nothing in either color scheme', async ({ page }) => {
    test.slow()
    await walk(page, async (screen) => {
      await test.step(screen, async () => {
        await expectNoSidewaysScroll(page)
        await expectAccessible(page)
      })
    })
  })
})

test.describe('360 pixels wide', () => {
  test.use({ viewport: { width: 360, height: 740 } })

  test('a name without spaces takes the whole row, and the facts below it fit with text twice as large', async ({
    page,
    sandbox,
  }) => {
    const { uuid } = await sandbox.createToken('owner', { name: 'x'.repeat(150) })
    await signIn(page, 'owner', `/tokens/${uuid}`)
    const title = await page.getByRole('heading', { level: 1 }).boundingBox()
    expect(title?.width).toBeGreaterThan(320)
    await withLargeText(page, async () => {
      await expectNoSidewaysScroll(page)
      // A button that looks like a link reaches a little beyond its text.
      const fits = ({ scrollWidth, clientWidth }: Element) => scrollWidth <= clientWidth + 4
      for (const fact of await page.getByRole('group', { name: 'Life' }).getByRole('definition').all()) {
        expect(await fact.evaluate(fits)).toBe(true)
      }
    })
  })
})

/** Runs `check` with text twice as large. */
async function withLargeText(page: Page, check: () => Promise<void>): Promise<void> {
  const resize = (size: string) =>
    page.evaluate((fontSize) => {
      document.documentElement.style.fontSize = fontSize
    }, size)
  await resize('200%')
  await check()
  await resize('')
}

/** Runs `check` with the text spacing of WCAG 1.4.12. */
async function withWideSpacing(page: Page, check: () => Promise<void>): Promise<void> {
  // In an existing style sheet, because the policy allows no other.
  await page.evaluate(() => {
    document.styleSheets[0]?.insertRule(
      '* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }',
    )
  })
  await check()
  await page.evaluate(() => document.styleSheets[0]?.deleteRule(0))
}

/** The texts of controls and headings that are cut off. */
const cutOff = (page: Page) =>
  page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('button, a, h1, h2, h3, label, [role=alert]')]
      .filter((element) => element.checkVisibility() && element.scrollWidth > element.clientWidth + 1)
      .filter((element) => getComputedStyle(element).overflowX === 'hidden')
      .map((element) => element.textContent),
  )

test.describe('1280 pixels wide', () => {
  test.use({ viewport: { width: 1280, height: 1024 } })

  test('large text and wide spacing fit, and with forced colors buttons and the focus are outlined', async ({
    page,
  }) => {
    test.slow()
    await walk(page, async (screen) => {
      await test.step(screen, async () => {
        await withLargeText(page, () => expectNoSidewaysScroll(page))
        await withWideSpacing(page, async () => {
          await expectNoSidewaysScroll(page)
          expect(await cutOff(page)).toEqual([])
        })
        await page.emulateMedia({ forcedColors: 'active' })
        // Nothing else tells a filled button from text.
        for (const button of await page.locator('.MuiButton-contained').all()) {
          await expect(button).toHaveCSS('border-top-width', '1px')
        }
        await page.keyboard.press('Tab')
        await expectFocusSeen(page)
        await page.emulateMedia({ forcedColors: 'none' })
      })
    })
  })
})
