import { readFile } from 'node:fs/promises'
import { expect, test } from './fixtures.ts'
import { notice } from './listSteps.ts'
import { expectNoSidewaysScroll } from './pageSteps.ts'
import {
  card,
  cards,
  chooseByTouch,
  expectFullScreen,
  expectInSight,
  openMore,
  PHONE,
  signInByTouch,
} from './phoneSteps.ts'
import { statusFrom } from './sandboxSteps.ts'

test.use(PHONE)

test('the list is narrowed, widened, sorted, and its columns chosen', async ({ page, sandbox }) => {
  for (const name of ['zeta', 'alpha', 'omega']) await sandbox.createToken('norole', { name })
  await signInByTouch(page, 'norole')
  const links = cards(page).getByRole('link')
  await expect(links).toHaveCount(3)
  const sort = async (item: string) => {
    await page.getByRole('button', { name: 'Sort', exact: true }).tap()
    await page.getByRole('menuitemradio', { name: item }).tap()
  }
  await sort('Token')
  await expect(links).toHaveText(['alpha', 'omega', 'zeta'])
  await expect(page).toHaveURL('/tokens?sort=name')
  // What is chosen already is turned round, and says which way it goes.
  await sort('Token ascending')
  await expect(links).toHaveText(['zeta', 'omega', 'alpha'])
  await expect(page).toHaveURL('/tokens?sort=-name')
  await sort('Most urgent first')
  await expect(page).toHaveURL('/tokens')

  await (await openMore(page)).getByRole('menuitemcheckbox', { name: 'Created' }).tap()
  await page.touchscreen.tap(10, 700)
  await expect(card(page, 'zeta')).not.toContainText('Created')

  await page.getByRole('group', { name: 'Show only' }).getByRole('button', { name: 'Revoked' }).tap()
  await expect(page.getByRole('heading', { name: 'No token is like that' })).toBeVisible()
  await expectNoSidewaysScroll(page)
  await page.getByRole('textbox', { name: 'Search tokens' }).fill('omega')
  await page.getByRole('button', { name: 'Search all states: 1 found' }).tap()
  await expect(links).toHaveText(['omega'])
  await page.getByRole('button', { name: 'Clear the search' }).tap()
  await expect(links).toHaveCount(3)
})

test('the list, and end dates, are saved', async ({ page, sandbox }) => {
  await sandbox.createToken('norole', { name: 'ci' })
  await signInByTouch(page, 'norole')
  for (const [item, file] of [
    ['Table (CSV)', /\.csv$/],
    ['End dates for a calendar', /\.ics$/],
  ] as const) {
    const more = await openMore(page)
    const saved = page.waitForEvent('download')
    await more.getByRole('menuitem', { name: item }).tap()
    expect((await saved).suggestedFilename()).toMatch(file)
  }
})

test('what may have leaked is revoked, and the report kept', async ({ page, sandbox }) => {
  for (const name of ['a', 'b']) await sandbox.createToken('norole', { name })
  await signInByTouch(page, 'norole')
  await (await openMore(page)).getByRole('menuitem', { name: 'I may have leaked something' }).tap()
  const leak = page.getByRole('dialog', { name: 'I may have leaked something' })
  await leak.getByRole('radio', { name: /^All that are active/ }).tap()
  await leak.getByRole('button', { name: 'Go on with 2 tokens' }).tap()
  const question = page.getByRole('dialog', { name: 'Revoke 2 tokens' })
  await expectFullScreen(page, question, 'Revoke 2 tokens')
  await question.getByRole('button', { name: 'Revoke 2 tokens' }).tap()
  await expect(question.getByRole('status')).toContainText('2 revoked')
  const saved = page.waitForEvent('download')
  await question.getByRole('button', { name: 'Save report' }).tap()
  expect((await saved).suggestedFilename()).toMatch(/\.csv$/)
  await question.getByRole('button', { name: 'Close' }).tap()
  expect((await sandbox.tokensOf('norole')).map(({ isActive }) => isActive)).toEqual([false, false])
})

test('networks are changed, and a replacement is made', async ({ origin, page, sandbox }) => {
  const { token } = await sandbox.createToken('owner', { name: 'robot' })
  await signInByTouch(page, 'owner', '/tokens?q=robot')
  await chooseByTouch(page, /^Change networks/, 'robot')
  const networks = page.getByRole('dialog', { name: 'Change networks of robot' })
  await expectFullScreen(page, networks, 'Save networks')
  await networks.getByRole('radio', { name: 'Only from these addresses' }).tap()
  await networks.getByRole('textbox', { name: 'Address 1', exact: true }).fill('10.0.0.0/8')
  await networks.getByRole('button', { name: 'Save networks' }).tap()
  await expect(networks).toHaveCount(0)
  expect(await statusFrom(origin, `Bearer ${token}`, '10.1.2.3')).toBe(200)
  expect(await statusFrom(origin, `Bearer ${token}`, '192.0.2.1')).not.toBe(200)

  await chooseByTouch(page, /^Replace/, 'robot')
  const form = page.getByRole('dialog', { name: 'Replace robot' })
  await form.getByRole('button', { name: 'Create token' }).tap()
  const reveal = page.getByRole('dialog', { name: 'Copy your token' })
  await expectFullScreen(page, reveal, 'Done')
  await reveal.getByRole('checkbox', { name: 'I have stored it' }).tap()
  await reveal.getByRole('button', { name: 'Done' }).tap()
  await expect(cards(page).getByRole('listitem')).toHaveCount(2)
})

test('the states are counted and narrow the list, and Back undoes it', async ({ page }) => {
  await signInByTouch(page, 'owner')
  const links = cards(page).getByRole('link')
  const states = page.getByRole('group', { name: 'Show only' }).getByRole('button')
  await expectInSight(page.getByRole('group', { name: 'Show only' }))
  for (const [state, found] of [
    ['7 Active', 7],
    ['1 Ending within 14 days', 1],
    ['2 Unused or never used', 2],
    ['2 Expired', 2],
    ['2 Revoked', 2],
  ] as const) {
    await states.and(page.getByRole('button', { name: state, exact: true })).tap()
    await expectInSight(page.getByText(`${found} of 11 shown`))
    await expect(links).toHaveCount(found)
  }
  await page.goBack()
  await expect(page.getByRole('button', { name: '2 Expired', pressed: true })).toBeVisible()
  await page.getByRole('button', { name: '2 Expired' }).tap()
  await expect(page.getByText('11 in all')).toBeVisible()
})

test('menus stay within the screen, and what they hide comes back', async ({ page }) => {
  await signInByTouch(page, 'owner', '/tokens?q=terraform')
  for (const menu of ['Sort', 'More']) {
    await page.getByRole('button', { name: menu, exact: true }).tap()
    await expectInSight(page.getByRole('menu', { name: menu }))
    await expectNoSidewaysScroll(page)
    await page.touchscreen.tap(355, 735)
    await expect(page.getByRole('menu')).toHaveCount(0)
  }
  for (const shown of [true, false]) {
    await (await openMore(page)).getByRole('menuitemcheckbox', { name: 'Bound to', checked: shown }).tap()
    await page.touchscreen.tap(355, 735)
    await expect(page).toHaveURL(shown ? '/tokens?q=terraform&hide=bound' : '/tokens?q=terraform')
  }
})

test('selected tokens are saved, and the selection is cleared', async ({ page }) => {
  await signInByTouch(page, 'owner', '/tokens?sort=name')
  const last = cards(page).getByRole('listitem').last()
  await last.getByRole('checkbox').tap()
  await card(page, 'ci-deploy').getByRole('checkbox').tap()
  const bar = page.getByRole('region', { name: 'Selected tokens' })
  await expectInSight(bar)
  await expect(bar).toContainText('2 selected')
  await expectNoSidewaysScroll(page)
  await bar.getByRole('button', { name: 'Save', exact: true }).tap()
  const saved = page.waitForEvent('download')
  await page.getByRole('menuitem', { name: 'JSON' }).tap()
  const file = await (await saved).path()
  expect(JSON.parse(await readFile(file, 'utf8'))).toHaveLength(2)
  await bar.getByRole('button', { name: 'Clear selection' }).tap()
  await expect(bar).toHaveCount(0)
})

test('offline in the list: that is said, and forgotten afterwards', async ({ context, page, provoke, sandbox }) => {
  provoke('broken connection')
  await signInByTouch(page, 'owner')
  await expect(card(page, 'terraform')).toBeVisible()
  await context.setOffline(true)
  await expectInSight(notice(page, 'You are offline.'))
  await expectNoSidewaysScroll(page)
  await chooseByTouch(page, /^Revoke/, 'terraform')
  const question = page.getByRole('dialog', { name: 'Revoke terraform' })
  await question.getByRole('button', { name: 'Revoke token' }).tap()
  await expectInSight(question.getByRole('alert').filter({ hasText: 'nothing was sent' }))
  await expectFullScreen(page, question, 'Revoke token')
  await question.getByRole('button', { name: 'Cancel' }).tap()
  await sandbox.createToken('owner', { name: 'made-meanwhile' })
  await context.setOffline(false)
  await expect(card(page, 'made-meanwhile')).toBeVisible()
  await expect(page.getByRole('alert')).toHaveCount(0)
})

test('a line of a log names its token, which is looked at and revoked', async ({ page, sandbox }) => {
  const { token, uuid } = await sandbox.createToken('owner', { name: 'found-in-a-log' })
  await signInByTouch(page, 'owner')
  const find = async () => {
    await (await openMore(page)).getByRole('menuitem', { name: 'Which token is this?' }).tap()
    const finder = page.getByRole('dialog', { name: 'Which token is this?' })
    await finder.getByRole('textbox', { name: 'Token or its beginning' }).tap()
    // What a phone's keyboard does with a text on the clipboard.
    await page.keyboard.insertText(`10.1.2.3 - "GET /?token=${token} HTTP/1.1" 401`)
    await expectInSight(finder.getByRole('status').getByText('One of your tokens ends in that second'))
    await expectFullScreen(page, finder, 'Close')
    return finder
  }
  await (await find()).getByRole('link', { name: 'found-in-a-log' }).tap()
  await expect(page).toHaveURL(`/tokens/${uuid}`)
  await page.getByRole('link', { name: 'All tokens' }).tap()
  await (await find()).getByRole('button', { name: 'Revoke' }).tap()
  const revoke = page.getByRole('dialog', { name: 'Revoke found-in-a-log' })
  await expectFullScreen(page, revoke, 'Revoke token')
  await revoke.getByRole('button', { name: 'Revoke token' }).tap()
  await expect(revoke).toHaveCount(0)
  expect((await sandbox.tokensOf('owner')).find((one) => one.uuid === uuid)?.isActive).toBe(false)
})
