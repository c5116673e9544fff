import type { Page } from 'playwright/test'
import { expectAccessible, expectAxeFindsNothing } from './axe.ts'
import { expect, test } from './fixtures.ts'
import { choose, expectTokens, searchTokens, tokenRow } from './listSteps.ts'
import { expectNoSidewaysScroll } from './pageSteps.ts'
import { openMore } from './phoneSteps.ts'
import { signIn } from './sessionSteps.ts'

for (const { where, viewport, menus } of [
  { where: 'on a wide screen', viewport: { width: 1280, height: 1400 }, menus: ['Save', 'Columns'] },
  { where: 'on a tablet', viewport: { width: 768, height: 1024 }, menus: ['Sort', 'Save', 'Columns'] },
  { where: 'on a phone', viewport: { width: 360, height: 740 }, menus: ['Sort', 'More'] },
] as const) {
  test.describe(where, () => {
    test.use({ viewport })

    // Only cards have colours of their own, which a narrow screen shows instead of the table.
    const expectSound = where === 'on a wide screen' ? expectAccessible : expectAxeFindsNothing

    /** Presses the button beside the search, which is in a menu on a phone. */
    const press = async (page: Page, name: string) => {
      if (where !== 'on a phone') return await page.getByRole('button', { name }).click()
      await (await openMore(page, (button) => button.click())).getByRole('menuitem', { name }).click()
    }

    test('the list: filtered, sorted, with its menus, without a match, and complete', async ({ page }) => {
      await signIn(page, 'owner', '/tokens?show=active&sort=-used')
      await expect(page.getByText('7 of 11 shown')).toBeVisible()
      await expectAccessible(page)
      await expectNoSidewaysScroll(page)
      for (const menu of menus) {
        await page.getByRole('button', { name: menu, exact: true }).click()
        await expect(page.getByRole('menu', { name: menu })).toBeVisible()
        // MUI puts the popups of menus at the end of the body, outside every landmark, and hides all else meanwhile.
        await expectSound(page, ['region'])
        await page.keyboard.press('Escape')
      }
      await searchTokens(page, 'nothing like that')
      await expect(page.getByRole('heading', { name: 'No token is like that' })).toBeVisible()
      await expectSound(page)
      await page.getByRole('button', { name: 'Show all tokens' }).click()
      await expect(page.getByRole('link', { name: 'old-laptop' })).toBeVisible()
      await expectSound(page)
    })

    test('a token to review, its activity, the finder and the dialog after a leak', async ({ page, sandbox }) => {
      const { token } = await sandbox.createToken('owner', { name: 'lost' })
      await signIn(page, 'owner', '/tokens?q=legacy')
      await page.getByRole('link', { name: 'legacy-inventory' }).click()
      await expect(page.getByRole('region', { name: 'Worth a look' })).toBeVisible()
      await expect(page.getByRole('region', { name: 'Activity' }).getByRole('listitem').first()).toBeVisible()
      await expectSound(page)
      await expectNoSidewaysScroll(page)
      await page.getByRole('link', { name: 'All tokens' }).click()

      await press(page, 'Which token is this?')
      const finder = page.getByRole('dialog', { name: 'Which token is this?' })
      await expect(finder).toBeVisible()
      await expectSound(page)
      await finder.getByRole('textbox').fill(token.slice(0, 12))
      await expect(finder.getByRole('link', { name: 'lost' })).toBeVisible()
      await expectSound(page)
      await finder.getByRole('button', { name: 'Close' }).click()
      await press(page, 'I may have leaked something')
      const leak = page.getByRole('dialog', { name: 'I may have leaked something' })
      await leak.getByRole('radio', { name: /^Those used since/ }).check()
      await expectSound(page)
      await expectNoSidewaysScroll(page)
    })

    test('revoking: one token, the bar for several, their dialog and its result', async ({
      page,
      provoke,
      sandbox,
    }) => {
      provoke(403)
      for (const name of ['one', 'two']) await sandbox.createToken('norole', { name })
      await signIn(page, 'norole')
      const one = await choose(page, 'Revoke', 'one')
      await expectSound(page)
      await one.getByRole('button', { name: 'Cancel' }).click()
      await page.getByRole('checkbox', { name: 'Select one' }).check()
      await expect(page.getByRole('region', { name: 'Selected tokens' })).toBeVisible()
      // A card half under the bar counts as too small to be touched; it can be scrolled.
      await expectSound(page, ['target-size'])
      await expectNoSidewaysScroll(page)
      await page.getByRole('checkbox', { name: 'Select two' }).check()
      await page.getByRole('button', { name: 'Revoke 2 tokens' }).click()
      const dialog = page.getByRole('dialog', { name: 'Revoke 2 tokens' })
      await expect(dialog).toBeVisible()
      await expectSound(page)
      sandbox.failNext('DELETE', /personal-access-tokens/, { status: 403, body: { detail: 'No.' } })
      await dialog.getByRole('button', { name: 'Revoke 2 tokens' }).click()
      await expect(dialog.getByRole('status')).toContainText('failed')
      await expectSound(page)
    })
  })
}

test.describe('with 361 tokens', () => {
  test.use({ sandboxOptions: { tokens: 350 } })

  test('rows that are not rendered cause no violation', async ({ page }) => {
    await signIn(page, 'owner')
    await expectTokens(page, 361)
    await page.mouse.wheel(0, 6000)
    await expect(tokenRow(page, 'nightly-backup')).toHaveCount(0)
    // A row half under the head of the table counts as too small to be touched; it can be scrolled.
    await expectAccessible(page, ['target-size'])
  })
})
