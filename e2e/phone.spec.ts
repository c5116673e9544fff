import type { Locator, Page } from 'playwright/test'
import { expect, test } from './fixtures.ts'
import { expectNoSidewaysScroll, readSecret, revealDialog, statusOf } from './steps.ts'

// A finger, and a window as wide as a phone. Nothing is clicked with a mouse here.
test.use({ viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true })

async function signInByTouch(page: Page, username: string, path = '/tokens'): Promise<void> {
  await page.goto(path)
  await page.getByRole('textbox', { name: 'Username' }).fill(username)
  await page.getByLabel('Password', { exact: true }).fill(username)
  await page.getByRole('button', { name: 'Sign in', exact: true }).tap()
  await expect(page.getByRole('button', { name: 'Account menu' })).toBeVisible()
}

const cards = (page: Page): Locator => page.getByRole('list', { name: 'Personal access tokens' })
const card = (page: Page, name: string): Locator =>
  cards(page)
    .getByRole('listitem')
    .filter({ has: page.getByRole('link', { name, exact: true }) })

/** Opens a dialog from the menu of the token's card. */
async function chooseByTouch(page: Page, item: RegExp, name: string): Promise<void> {
  await card(page, name)
    .getByRole('button', { name: `Actions for ${name}` })
    .tap()
  await page.getByRole('menuitem', { name: item }).tap()
}

/** The dialog takes the whole screen, its way on is in reach, and nothing is cut off at the side. */
async function expectFullScreen(page: Page, dialog: Locator, action: string): Promise<void> {
  const { width, height } = page.viewportSize() ?? { width: 0, height: 0 }
  await expect.poll(async () => (await dialog.boundingBox())?.width).toBe(width)
  expect((await dialog.boundingBox())?.height).toBe(height)
  await expect(dialog.getByRole('button', { name: action, exact: true })).toBeInViewport({ ratio: 1 })
  await expectNoSidewaysScroll(page)
}

test('a token is created, copied, found, rotated and revoked', async ({ origin, page, sandbox }) => {
  await signInByTouch(page, 'owner')
  await expect(card(page, 'terraform')).toBeVisible()
  await expectNoSidewaysScroll(page)
  await page.getByRole('button', { name: 'Create token', exact: true }).tap()
  const form = page.getByRole('dialog', { name: 'Create personal access token' })
  await expectFullScreen(page, form, 'Create token')
  await form.getByRole('textbox', { name: 'Name' }).fill('on the way')
  await form.getByRole('searchbox', { name: 'Search permissions' }).fill('PROJECT.LIST')
  await form.getByRole('checkbox', { name: /^List project/ }).tap()
  await form.getByRole('radio', { name: 'Only in these entities' }).tap()
  await form.getByRole('button', { name: 'Add entity' }).tap()
  const row = form.getByRole('group', { name: 'Entity 1', exact: true })
  await row.getByRole('combobox', { name: 'Entity', exact: true }).fill('kliima')
  await row.getByRole('option').first().tap()
  await form.getByRole('radio', { name: '7 days' }).tap()
  await form.getByRole('button', { name: 'Create token' }).tap()

  const reveal = revealDialog(page)
  await expect(reveal).toBeVisible()
  await expectFullScreen(page, reveal, 'Done')
  await reveal.getByRole('button', { name: 'Copy', exact: true }).tap()
  await expect(reveal.getByRole('status').filter({ hasText: 'Copied' })).toBeVisible()
  const first = await readSecret(page)
  await expectNoSidewaysScroll(page)
  await reveal.getByRole('button', { name: 'Done' }).tap()
  await expect(card(page, 'on the way')).toBeVisible()

  await page.getByRole('textbox', { name: 'Search tokens' }).fill('way')
  await expect(cards(page).getByRole('listitem')).toHaveCount(1)
  await chooseByTouch(page, /^Rotate/, 'on the way')
  const question = page.getByRole('dialog', { name: 'Rotate on the way' })
  await expectFullScreen(page, question, 'Rotate token')
  await question.getByRole('button', { name: 'Rotate token' }).tap()
  const second = await readSecret(page)
  await reveal.getByRole('checkbox', { name: 'I have stored it' }).tap()
  await reveal.getByRole('button', { name: 'Done' }).tap()
  expect([await statusOf(origin, `Bearer ${first}`), await statusOf(origin, `Bearer ${second}`)]).toEqual([401, 200])

  await page.goto('/tokens?show=active')
  await signInByTouch(page, 'owner', '/tokens?show=active')
  await chooseByTouch(page, /^Revoke/, 'terraform')
  const revoke = page.getByRole('dialog', { name: 'Revoke terraform' })
  await expectFullScreen(page, revoke, 'Revoke token')
  await revoke.getByRole('button', { name: 'Revoke token' }).tap()
  // While a dialog is open, no card behind it is there for a role to find.
  await expect(revoke).toHaveCount(0)
  await expect(card(page, 'terraform')).toHaveCount(0)
  expect((await sandbox.tokensOf('owner')).find(({ name }) => name === 'terraform')?.isActive).toBe(false)
})

test('a token’s page, with its actions, health and history', async ({ page }) => {
  await signInByTouch(page, 'owner')
  await card(page, 'nightly-backup').getByRole('link').tap()
  await expect(page.getByRole('heading', { name: 'nightly-backup', level: 1 })).toBeVisible()
  await expect(page.getByRole('heading', { name: 'Timeline' })).toBeVisible()
  await expectNoSidewaysScroll(page)
  await page.getByRole('button', { name: 'Replace with a later date' }).tap()
  const form = page.getByRole('dialog', { name: 'Replace nightly-backup' })
  await expectFullScreen(page, form, 'Create token')
  await form.getByRole('button', { name: 'Cancel' }).tap()
  await page.getByRole('button', { name: 'Change networks' }).tap()
  await expectFullScreen(page, page.getByRole('dialog', { name: /^Change networks/ }), 'Cancel')
})

test('several are revoked, and what may have leaked', async ({ page, sandbox }) => {
  for (const name of ['a', 'b', 'c']) await sandbox.createToken('norole', { name })
  await signInByTouch(page, 'norole')
  for (const name of ['a', 'b']) await page.getByRole('checkbox', { name: `Select ${name}`, exact: true }).tap()
  const bar = page.getByRole('region', { name: 'Selected tokens' })
  await expect(bar).toContainText('2 selected')
  await bar.getByRole('button', { name: 'Revoke 2 tokens' }).tap()
  const question = page.getByRole('dialog', { name: 'Revoke 2 tokens' })
  await expectFullScreen(page, question, 'Revoke 2 tokens')
  await question.getByRole('button', { name: 'Revoke 2 tokens' }).tap()
  await expect(question.getByRole('status')).toContainText('2 revoked')
  await question.getByRole('button', { name: 'Close' }).tap()
  await page.getByRole('button', { name: 'I may have leaked something' }).tap()
  const leak = page.getByRole('dialog')
  await expectFullScreen(page, leak, 'Cancel')
  await leak.getByRole('button', { name: 'Cancel' }).tap()
  await page.getByRole('button', { name: 'Which token is this?' }).tap()
  await expectFullScreen(page, page.getByRole('dialog'), 'Close')
})

test('signing out', async ({ page }) => {
  await signInByTouch(page, 'owner')
  await page.getByRole('button', { name: 'Account menu' }).tap()
  await page.getByRole('menuitem', { name: 'Sign out' }).tap()
  const dialog = page.getByRole('dialog', { name: 'Sign out?' })
  await expectFullScreen(page, dialog, 'Sign out')
  await dialog.getByRole('button', { name: 'Sign out' }).tap()
  await expect(page.getByRole('heading', { name: 'Sign in', level: 1 })).toBeVisible()
})
