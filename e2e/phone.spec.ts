import { readFile } from 'node:fs/promises'
import type { Locator } from 'playwright/test'
import { createForm } from './dialogSteps.ts'
import { expect, test } from './fixtures.ts'
import { expectNoSidewaysScroll } from './pageSteps.ts'
import {
  card,
  cards,
  chooseByTouch,
  expectFullScreen,
  expectInSight,
  openToolsByTouch,
  PHONE,
  signInByTouch,
  tap,
} from './phoneSteps.ts'
import { readSecret, revealDialog } from './revealSteps.ts'
import { statusOf } from './sandboxSteps.ts'
import { signIn } from './sessionSteps.ts'

test.use(PHONE)

test('a token is created, copied, found, rotated and revoked', async ({ origin, page, sandbox }) => {
  await signInByTouch(page, 'owner')
  await expect(card(page, 'terraform')).toBeVisible()
  await expectNoSidewaysScroll(page)
  await page.getByRole('button', { name: 'Create token', exact: true }).tap()
  const form = createForm(page)
  await expectFullScreen(page, form, 'Create token')
  await form.getByRole('textbox', { name: 'Name' }).fill('on the way')
  await form.getByRole('searchbox', { name: 'Search permissions' }).fill('PROJECT.LIST')
  await form.getByRole('checkbox', { name: /^List projects/ }).tap()
  await form.getByRole('radio', { name: 'Only in specific places' }).tap()
  await form.getByRole('combobox', { name: 'Add a place' }).fill('kliima')
  await form.getByRole('option').first().tap()
  await form.getByRole('radio', { name: '7 days' }).tap()
  await form.getByRole('button', { name: 'Create token' }).tap()

  const reveal = revealDialog(page)
  await expect(reveal).toBeVisible()
  await expectFullScreen(page, reveal, 'Done')
  await reveal.getByRole('button', { name: 'Copy', exact: true }).tap()
  await expect(reveal.getByRole('status').filter({ hasText: 'Copied' })).toBeVisible()
  const first = await readSecret(page, tap)
  await expectNoSidewaysScroll(page)
  await reveal.getByRole('button', { name: 'Done' }).tap()
  await expect(card(page, 'on the way')).toBeVisible()

  await page.getByRole('searchbox', { name: 'Search tokens' }).fill('way')
  await expect(cards(page).getByRole('listitem')).toHaveCount(1)
  await chooseByTouch(page, /^Rotate/, 'on the way')
  const question = page.getByRole('dialog', { name: 'Rotate on the way' })
  await expectFullScreen(page, question, 'Rotate token')
  await question.getByRole('button', { name: 'Rotate token' }).tap()
  const second = await readSecret(page, tap)
  await reveal.getByRole('checkbox', { name: 'I’ve stored the secret' }).tap()
  await reveal.getByRole('button', { name: 'Done' }).tap()
  expect([await statusOf(origin, `Bearer ${first}`), await statusOf(origin, `Bearer ${second}`)]).toEqual([401, 200])

  await signInByTouch(page, 'owner', '/tokens?show=active')
  await chooseByTouch(page, /^Revoke/, 'terraform')
  const revoke = page.getByRole('dialog', { name: 'Revoke terraform' })
  await expectFullScreen(page, revoke, 'Revoke token')
  await revoke.getByRole('button', { name: 'Revoke token' }).tap()
  // While a dialog is open, the cards behind it are hidden from roles.
  await expect(revoke).toHaveCount(0)
  await expect(card(page, 'terraform')).toHaveCount(0)
  expect((await sandbox.tokensOf('owner')).find(({ name }) => name === 'terraform')?.isActive).toBe(false)
})

test('a token’s page, with its actions, health and history', async ({ page }) => {
  await signIn(page, 'owner')
  await card(page, 'nightly-backup').getByRole('link').tap()
  await expect(page.getByRole('heading', { name: 'nightly-backup', level: 1 })).toBeVisible()
  await expect(page.getByRole('heading', { name: 'Activity' })).toBeVisible()
  await expectNoSidewaysScroll(page)
  await page.getByRole('button', { name: 'Replace', exact: true }).tap()
  const form = page.getByRole('dialog', { name: 'Replace nightly-backup' })
  await expectFullScreen(page, form, 'Create replacement')
  await form.getByRole('button', { name: 'Cancel' }).tap()
  await chooseByTouch(page, /^Edit IP addresses/, 'nightly-backup')
  await expectFullScreen(page, page.getByRole('dialog', { name: /^Edit allowed IP addresses/ }), 'Cancel')
})

test('the list is filtered, sorted and saved, and its columns chosen', async ({ page, sandbox }) => {
  for (const name of ['zeta', 'alpha', 'omega']) await sandbox.createToken('norole', { name })
  await signIn(page, 'norole')
  const links = cards(page).getByRole('link')
  await expect(links).toHaveCount(3)
  const sort = async (item: string) => {
    await page.getByRole('button', { name: 'Filter and sort: All 3' }).tap()
    await expectInSight(page.getByRole('menu', { name: 'Filter and sort: All 3' }))
    await expectNoSidewaysScroll(page)
    await page.getByRole('menuitemradio', { name: item }).tap()
  }
  await sort('Token')
  await expect(links).toHaveText(['alpha', 'omega', 'zeta'])
  await expect(page).toHaveURL('/tokens?sort=name')
  // Choosing the current column again reverses the order, and its item says the direction.
  await sort('Token ascending')
  await expect(links).toHaveText(['zeta', 'omega', 'alpha'])
  await expect(page).toHaveURL('/tokens?sort=-name')
  await sort('Most urgent first')
  await expect(page).toHaveURL('/tokens')

  for (const shown of [false, true]) {
    const tools = await openToolsByTouch(page)
    await tools.getByRole('menuitem', { name: 'Columns' }).tap()
    await tools.getByRole('menuitemcheckbox', { name: 'Created', checked: shown }).tap()
    await expectInSight(tools)
    await expectNoSidewaysScroll(page)
    await page.touchscreen.tap(10, 700)
    await expect(page.getByRole('menu')).toHaveCount(0)
    await expect(page).toHaveURL(shown ? '/tokens' : '/tokens?columns=life.used.permissions.bound.created')
    await expect(card(page, 'zeta').getByText('Created')).toHaveCount(shown ? 0 : 1)
  }
  for (const [item, file] of [
    ['CSV', /\.csv$/],
    ['Calendar (.ics)', /\.ics$/],
  ] as const) {
    const more = await openToolsByTouch(page)
    const saved = page.waitForEvent('download')
    await more.getByRole('menuitem', { name: item }).tap()
    expect((await saved).suggestedFilename()).toMatch(file)
  }

  const show = async (from: string, to: string) => {
    await page.getByRole('button', { name: `Filter and sort: ${from}` }).tap()
    await page.getByRole('menuitemradio', { name: to }).tap()
  }
  await show('All 3', 'Active 3')
  await expect(page.getByText('3 of 3 shown').first()).toBeVisible()
  await show('Active 3', 'Revoked 0')
  await expect(page.getByRole('heading', { name: 'No matching tokens' })).toBeVisible()
  await expectNoSidewaysScroll(page)
  await page.getByRole('searchbox', { name: 'Search tokens' }).fill('omega')
  await page.getByRole('button', { name: 'Search all tokens (1 found)' }).tap()
  await expect(links).toHaveText(['omega'])
  const clear = page.getByRole('button', { name: 'Clear search' })
  const right = (box: Locator) => box.evaluate((element) => element.getBoundingClientRect().right)
  const edge = await right(page.getByRole('searchbox', { name: 'Search tokens' }))
  expect(await right(clear.locator('svg'))).toBeLessThan(edge)
  await clear.tap()
  await expect(links).toHaveCount(3)
})

test('several are selected, saved and revoked', async ({ page, sandbox }) => {
  for (const name of ['a', 'b', 'c']) await sandbox.createToken('norole', { name })
  await signIn(page, 'norole')
  const select = async () => {
    for (const name of ['a', 'b']) await page.getByRole('checkbox', { name: `Select ${name}`, exact: true }).tap()
    await expect(bar).toContainText('2 selected')
  }
  const bar = page.getByRole('region', { name: 'Selected tokens' })
  await select()
  await expectInSight(bar)
  await expectNoSidewaysScroll(page)
  await bar.getByRole('button', { name: 'Export' }).tap()
  const saved = page.waitForEvent('download')
  await page.getByRole('menuitem', { name: 'JSON' }).tap()
  expect(JSON.parse(await readFile(await (await saved).path(), 'utf8'))).toHaveLength(2)
  await bar.getByRole('button', { name: 'Clear selection' }).tap()
  await expect(bar).toHaveCount(0)
  await expect(page.getByRole('button', { name: 'Filter and sort' })).toBeFocused()

  await select()
  await bar.getByRole('button', { name: 'Revoke 2 tokens' }).tap()
  const question = page.getByRole('dialog', { name: 'Revoke 2 tokens' })
  await expectFullScreen(page, question, 'Revoke 2 tokens')
  await question.getByRole('button', { name: 'Revoke 2 tokens' }).tap()
  await expect(question.getByRole('status')).toContainText('2 revoked')
  const report = page.waitForEvent('download')
  await question.getByRole('button', { name: 'Download report' }).tap()
  expect((await report).suggestedFilename()).toMatch(/\.csv$/)
  await question.getByRole('button', { name: 'Close' }).tap()
  await expect(question).toHaveCount(0)
})
