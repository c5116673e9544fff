import { expect, test } from './fixtures.ts'
import { card, cards, chooseByTouch, expectFullScreen, PHONE, signInByTouch } from './phoneSteps.ts'
import { expectNoSidewaysScroll, statusFrom } from './steps.ts'

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

  await page.getByRole('button', { name: 'Columns' }).tap()
  await page.getByRole('menuitemcheckbox', { name: 'Created' }).tap()
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
    await page.getByRole('button', { name: 'Save', exact: true }).tap()
    const saved = page.waitForEvent('download')
    await page.getByRole('menuitem', { name: item }).tap()
    expect((await saved).suggestedFilename()).toMatch(file)
  }
})

test('what may have leaked is revoked, and the report kept', async ({ page, sandbox }) => {
  for (const name of ['a', 'b']) await sandbox.createToken('norole', { name })
  await signInByTouch(page, 'norole')
  await page.getByRole('button', { name: 'I may have leaked something' }).tap()
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
