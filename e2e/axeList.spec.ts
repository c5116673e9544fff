import { expectAccessible, expectAxeFindsNothing } from './axe.ts'
import { expect, test } from './fixtures.ts'
import { choose, expectTokens, openTool, searchTokens, tokenRow } from './listSteps.ts'
import { expectNoSidewaysScroll } from './pageSteps.ts'
import { signIn } from './sessionSteps.ts'

const wide = { where: 'on a wide screen', viewport: { width: 1280, height: 1400 }, menus: ['Tools'] }
const tablet = {
  where: 'on a tablet',
  viewport: { width: 768, height: 1024 },
  menus: ['Tools', 'Filter and sort: Active 7'],
}
const phone = {
  where: 'on a phone',
  viewport: { width: 360, height: 740 },
  menus: ['Tools', 'Filter and sort: Active 7'],
}

/** Colors don't depend on the screen, but for those of the cards, which reflow.spec.ts checks. */
const checkOn = (screen: typeof wide) => (screen === wide ? expectAccessible : expectAxeFindsNothing)

for (const screen of [wide, tablet, phone]) {
  test.describe(screen.where, { tag: screen === tablet ? '@slow' : [] }, () => {
    test.use({ viewport: screen.viewport })
    const check = checkOn(screen)

    test('the list with its menus, filtered, complete and with a selection, and a token', async ({ page }) => {
      await signIn(page, 'owner', '/tokens?show=active&sort=-used')
      await expect(page.getByText('7 of 11 shown').first()).toBeVisible()
      await expectAxeFindsNothing(page)
      await expectNoSidewaysScroll(page)
      for (const menu of screen.menus) {
        await page.getByRole('button', { name: menu, exact: true }).click()
        await expect(page.getByRole('menu', { name: menu })).toBeVisible()
        await check(page)
        await page.keyboard.press('Escape')
      }
      await searchTokens(page, 'nothing like that')
      await expect(page.getByRole('heading', { name: 'No matching tokens' })).toBeVisible()
      await check(page)
      await page.getByRole('button', { name: 'Show all tokens' }).click()
      await page.getByRole('checkbox', { name: 'Select terraform' }).check()
      await expect(page.getByRole('region', { name: 'Selected tokens' })).toBeVisible()
      // A card half under the bar counts as too small to be touched; it can be scrolled.
      await check(page, ['target-size'])
      await expectNoSidewaysScroll(page)

      await page.getByRole('link', { name: 'legacy-inventory' }).click()
      await expect(page.getByRole('group', { name: 'To review' })).toBeVisible()
      await expect(page.getByRole('group', { name: 'Activity' }).getByRole('listitem').first()).toBeVisible()
      await check(page)
      await expectNoSidewaysScroll(page)
    })
  })
}

for (const screen of [wide, phone]) {
  test.describe(screen.where, { tag: screen === phone ? '@slow' : [] }, () => {
    test.use({ viewport: screen.viewport })
    const check = checkOn(screen)

    test('the finder, the dialog after a leak, and revoking one and several', async ({ page, provoke, sandbox }) => {
      provoke(403)
      const { token } = await sandbox.createToken('norole', { name: 'one' })
      await sandbox.createToken('norole', { name: 'two' })
      await signIn(page, 'norole')
      await openTool(page, 'Identify a token')
      const finder = page.getByRole('dialog', { name: 'Identify a token' })
      await expect(finder).toBeVisible()
      await check(page)
      await finder.getByRole('textbox').fill(token.slice(0, 12))
      await expect(finder.getByRole('link', { name: 'one' })).toBeVisible()
      await check(page)
      await finder.getByRole('button', { name: 'Close' }).click()
      await openTool(page, 'Revoke leaked tokens')
      const leak = page.getByRole('dialog', { name: 'Revoke leaked tokens' })
      await leak.getByRole('radio', { name: /^Only tokens used since/ }).check()
      await check(page)
      await expectNoSidewaysScroll(page)
      await leak.getByRole('button', { name: 'Cancel' }).click()

      const one = await choose(page, 'Revoke', 'one')
      await check(page)
      await one.getByRole('button', { name: 'Cancel' }).click()
      for (const name of ['Select one', 'Select two']) await page.getByRole('checkbox', { name }).check()
      await page.getByRole('button', { name: 'Revoke 2 tokens' }).click()
      const dialog = page.getByRole('dialog', { name: 'Revoke 2 tokens' })
      await expect(dialog).toBeVisible()
      await check(page)
      sandbox.failNext('DELETE', /personal-access-tokens/, { status: 403, body: { detail: 'No.' } })
      await dialog.getByRole('button', { name: 'Revoke 2 tokens' }).click()
      await expect(dialog.getByRole('status')).toContainText('failed')
      await check(page)
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
