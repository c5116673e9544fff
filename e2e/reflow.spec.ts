import type { Page } from 'playwright/test'
import { expectAccessible, expectAxeFindsNothing } from './axe.ts'
import { fillCreate, limitToEntities } from './createSteps.ts'
import { expect, test } from './fixtures.ts'
import { expectFocusSeen } from './keyboardSteps.ts'
import { expectNoSidewaysScroll } from './pageSteps.ts'
import { revealDialog } from './revealSteps.ts'
import { signIn } from './sessionSteps.ts'

/** Screens that hold most of what there is, one after the other; each is looked at by the test. */
async function walk(page: Page, look: (screen: string) => Promise<void>): Promise<void> {
  await page.goto('/tokens')
  await expect(page.getByRole('button', { name: 'Sign in', exact: true })).toBeVisible()
  await look('sign-in')
  await signIn(page, 'owner')
  await expect(page.getByRole('link', { name: 'terraform' })).toBeVisible()
  await look('list')
  await page.getByRole('link', { name: 'legacy-inventory' }).click()
  await expect(page.getByRole('heading', { name: 'Activity' })).toBeVisible()
  await look('one token')
  await page.getByRole('button', { name: 'Revoke', exact: true }).click()
  await expect(page.getByRole('dialog')).toBeVisible()
  await look('revoke')
  await page.keyboard.press('Escape')
  await page.getByRole('link', { name: 'All tokens' }).click()
  await page.getByRole('button', { name: 'Create token', exact: true }).click()
  const form = page.getByRole('dialog', { name: 'Create personal access token' })
  await fillCreate(form, 'reflow', 'PROJECT.LIST')
  await limitToEntities(form)
  await form.getByRole('button', { name: 'Add place' }).click()
  await form.getByRole('button', { name: 'Create token' }).click()
  await expect(form.getByText('Choose a place').first()).toBeVisible()
  await look('create, with a problem')
  await form.getByRole('radio', { name: 'Everywhere you have these permissions' }).check()
  await form.getByRole('button', { name: 'Create token' }).click()
  await expect(revealDialog(page)).toBeVisible()
  await revealDialog(page).getByRole('button', { name: 'Show secret' }).click()
  await revealDialog(page).getByRole('button', { name: 'How to use it' }).click()
  await look('the secret')
}

test.describe('320 pixels wide', () => {
  test.use({ viewport: { width: 320, height: 640 } })

  test('no screen scrolls sideways, and axe finds nothing in either scheme', async ({ page }) => {
    test.slow()
    await walk(page, async (screen) => {
      await test.step(screen, async () => {
        await expectNoSidewaysScroll(page)
        await expectAccessible(page)
      })
    })
  })
})

test.describe('with text twice as large', () => {
  test.use({ viewport: { width: 1280, height: 1024 } })

  test('no screen scrolls sideways', async ({ page }) => {
    await walk(page, async (screen) => {
      await test.step(screen, async () => {
        await page.evaluate(() => {
          document.documentElement.style.fontSize = '200%'
        })
        await expectNoSidewaysScroll(page)
      })
    })
  })
})

test('with the spacing of WCAG 1.4.12 no text is cut off', async ({ page }) => {
  await walk(page, async (screen) => {
    await test.step(screen, async () => {
      // Into a sheet that is there: the policy lets nobody add one.
      await page.evaluate(() => {
        document.styleSheets[0]?.insertRule(
          '* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }',
        )
      })
      await expectNoSidewaysScroll(page)
      const cut = await page.evaluate(() =>
        [...document.querySelectorAll<HTMLElement>('button, a, h1, h2, h3, label, [role=alert]')]
          .filter((element) => element.checkVisibility() && element.scrollWidth > element.clientWidth + 1)
          .filter((element) => getComputedStyle(element).overflowX === 'hidden')
          .map((element) => element.textContent),
      )
      expect(cut).toEqual([])
    })
  })
})

test.describe('in forced colours', () => {
  test.use({ forcedColors: 'active' })

  test('axe finds nothing, and what has the focus is outlined', async ({ page }) => {
    await walk(page, async (screen) => {
      await test.step(screen, async () => {
        // The system's own colours are on the screen, where axe reads those of the page.
        await expectAxeFindsNothing(page, ['color-contrast'])
        await page.keyboard.press('Tab')
        await expectFocusSeen(page)
      })
    })
  })
})
