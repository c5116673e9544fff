import {
  anotherDate,
  expectSelected,
  fillCreate,
  findPermission,
  openCreate,
  openFilled,
  permission,
  selectPermission,
  submit,
  submitAndReveal,
} from './createSteps.ts'
import { expect, test } from './fixtures.ts'
import { tokenRow } from './listSteps.ts'
import { alerts, expectNoSidewaysScroll } from './pageSteps.ts'
import { expectNoSecret, readSecret, revealDialog, storeAndClose } from './revealSteps.ts'
import { responsesWith, sent, statusOf, tokensPath } from './sandboxSteps.ts'

const day = 86_400_000

test('a new token works, is in the list, and its secret is nowhere afterwards', { tag: '@firefox' }, async ({
  origin,
  page,
  sandbox,
}) => {
  const form = await openCreate(page, 'owner')
  await expect(form.getByRole('checkbox', { checked: true })).toHaveCount(0)
  await expect(form.getByRole('radio', { name: 'Everywhere you have these permissions' })).toBeChecked()
  await expect(form.getByRole('radio', { name: '30 days' })).toBeChecked()
  await expectSelected(form, [])
  await fillCreate(form, '  deploy-bot ', 'PROJECT.UPDATE')
  await selectPermission(form, 'ORDER.LIST')
  await expect(form).toContainText(
    /deploy-bot will be able to update projects everywhere you have these permissions, until .*\d{4}, \d\d:\d\d/,
  )

  // While Waldur is creating it, nothing closes the form.
  const release = sandbox.holdNext('POST', tokensPath)
  await submit(form)
  await page.keyboard.press('Escape')
  await expect(form.getByRole('button', { name: 'Create token' })).toBeFocused()
  await page.mouse.click(5, 5)
  await expect(form.getByRole('button', { name: 'Cancel' })).toBeDisabled()
  release()
  const reveal = revealDialog(page)
  await expect(reveal).toContainText('deploy-bot is ready')
  const secret = await readSecret(page)
  expect(await statusOf(origin, `Bearer ${secret}`)).toBe(200)
  await storeAndClose(page)
  await expect(tokenRow(page, 'deploy-bot')).toContainText('Active')
  await expectNoSecret(page, secret)
  const stored = (await sandbox.tokensOf('owner')).at(-1)
  expect(stored).toMatchObject({ name: 'deploy-bot', scopes: ['PROJECT.UPDATE', 'ORDER.LIST'], bindings: [] })
  expect(sent(sandbox, 'POST', tokensPath)).toBe(1)
  await expect(page.getByRole('button', { name: 'Create token', exact: true })).toBeFocused()
})

test('an end date that was picked is in the local time zone, and a preset ends as it says', {
  tag: '@firefox',
}, async ({ page, sandbox }) => {
  const end = Math.floor((sandbox.now() + 60 * day) / 60_000) * 60_000
  const zone = { timeZone: 'Europe/Tallinn', dateStyle: 'short', timeStyle: 'short' } as const
  const local = new Intl.DateTimeFormat('sv-SE', zone).format(end).replace(' ', 'T')
  const form = await openFilled(page, 'owner', 'timed', 'PROJECT.LIST')
  await anotherDate(form).click()
  await expect(form.getByLabel('Date and time')).toBeFocused()
  await form.getByLabel('Date and time').fill(local)
  await expect(form).toContainText('Your time zone: Europe/Tallinn')
  const clock = new Intl.DateTimeFormat('en-GB', { timeZone: 'UTC', timeStyle: 'short' }).format(end)
  await expect(form).toContainText(`${clock} UTC`)
  await submitAndReveal(page, form)
  expect((await sandbox.tokensOf('owner')).at(-1)?.expiresAt).toBe(end)
  await storeAndClose(page)

  // Within Waldur's limit of a year, whatever its clock says.
  await page.getByRole('button', { name: 'Create token', exact: true }).click()
  await fillCreate(form, 'for a year', 'PROJECT.LIST')
  await form.getByRole('radio', { name: '1 year', exact: true }).check()
  await submitAndReveal(page, form)
  const left = ((await sandbox.tokensOf('owner')).at(-1)?.expiresAt ?? 0) - sandbox.now()
  expect(left).toBeLessThanOrEqual(365 * day)
  expect(left).toBeGreaterThan(365 * day - 6 * 60_000)
})

test('what is missing or wrong is shown at once, and nothing is sent', async ({ page, sandbox }) => {
  const form = await openCreate(page, 'owner')
  const name = form.getByRole('textbox', { name: 'Name' })
  await submit(form)
  await expect(name).toHaveAccessibleDescription('Give the token a name.')
  await expect(name).toBeFocused()
  await expect(form).toContainText('Select at least one permission.')
  await expect(alerts(form)).toHaveText('The token wasn’t created. Check these fields: Name and Permissions.')
  await selectPermission(form, 'PROJECT.LIST')
  await expect(form).not.toContainText('Select at least one permission.')

  for (const [text, sentence] of [
    ['x'.repeat(151), /The name has 151 characters. Shorten it to 150./],
    ['a\u0007b', /The name contains an invisible control character \(U\+0007\)/],
  ] as const) {
    await name.fill(text)
    await submit(form)
    await expect(name).toHaveAccessibleDescription(sentence)
  }

  await name.fill('timed')
  await anotherDate(form).click()
  await expect(form.getByLabel('Date and time')).toBeFocused()
  const end = form.getByLabel('Date and time')
  for (const [text, sentence] of [
    ['2020-01-01T12:00', 'This time is in the past. Choose a later one.'],
    ['2027-03-28T03:30', 'The clocks go forward that day and skip this time. Choose another one.'],
    ['', 'Choose a date and time.'],
  ] as const) {
    await end.fill(text)
    await submit(form)
    await expect(end).toHaveAccessibleDescription(sentence)
    await expect(end).toBeFocused()
  }
  // A browser withholds half a date.
  await end.pressSequentially('12')
  await submit(form)
  await expect(end).toHaveAccessibleDescription('This date is incomplete or doesn’t exist. Correct it.')
  expect(sent(sandbox, 'POST', tokensPath)).toBe(0)
})

test('names that Waldur accepts are sent as they are, some with a warning', async ({ page, sandbox }) => {
  const form = await openCreate(page, 'owner')
  for (const [name, warning] of [
    ['a\u202eb', /This name contains an invisible character \(U\+202E\)\./],
    ['a\u00a0b', /This name contains a blank that isn’t a space \(U\+00A0\)\./],
    ['terraform', /Another active token has this name\./],
    ['😀'.repeat(150), null],
  ] as const) {
    await fillCreate(form, name, 'PROJECT.LIST')
    if (warning) await expect(form.getByRole('textbox', { name: 'Name' })).toHaveAccessibleDescription(warning)
    await submitAndReveal(page, form)
    expect((await sandbox.tokensOf('owner')).at(-1)?.name).toBe(name)
    await storeAndClose(page)
    await page.getByRole('button', { name: 'Create token', exact: true }).click()
  }
})

test('submitting before the form is fully rendered leads to what is missing too', async ({ page }) => {
  const form = await openCreate(page, 'owner')
  await form.getByRole('button', { name: 'Cancel' }).click()
  await expect(form).toBeHidden()
  // In a single task of the browser, in which React renders only what the click itself updates.
  const wasRendered = await page
    .getByRole('button', { name: 'Create token', exact: true })
    .evaluate(async (button: HTMLElement) => {
      button.click()
      const nameField = () => document.querySelector<HTMLInputElement>('[role="main"] input[name="name"]')
      for (let turn = 0; turn < 100 && !nameField(); turn += 1) await null
      const name = nameField()
      // A password manager may fill a field without an event.
      name?.setRangeText('quick')
      const search = document.querySelector('[role="main"] input[type="search"]')
      name?.form?.requestSubmit()
      return search !== null
    })
  expect(wasRendered).toBe(false)
  await expect(form.getByRole('textbox', { name: 'Name' })).toHaveValue('quick')
  await expect(form.getByRole('searchbox', { name: 'Search permissions' })).toBeFocused()
  await expect(form).toContainText('Select at least one permission.')
})

test('permissions are found by words and by value, group by group', async ({ page }) => {
  const form = await openCreate(page, 'staff')
  const search = form.getByRole('searchbox', { name: 'Search permissions' })
  const group = (name: string) => form.getByRole('group', { name, exact: true })
  await expect(form.getByText('142 to choose from')).toBeVisible()
  // Folded groups have no rows.
  await expect(form.getByRole('checkbox', { name: /[A-Z]+\.[A-Z]/ })).toHaveCount(0)
  await expect(form.getByRole('checkbox', { name: /^All of / })).toHaveCount(5)
  await search.fill('terminate resource')
  await expect(form.getByText('1 of 142 permissions match').first()).toBeVisible()
  await expect(permission(form, 'RESOURCE.TERMINATE')).toHaveAccessibleDescription(/^can delete /)
  await search.fill('lexis_link')
  await expect(form.getByText('2 of 142 permissions match').first()).toBeVisible()
  await form.getByRole('checkbox', { name: 'All of Other' }).check()
  await search.fill('xyzzy')
  await expect(form.getByText('No permissions match “xyzzy”.').first()).toBeVisible()
  await search.press('Enter')
  await form.getByRole('button', { name: 'Show all 142 permissions' }).click()
  await expect(search).toBeFocused()
  await expect(form.getByText('Give the token a name.')).toHaveCount(0)
  // A group says what is chosen in it, even one that is not among the first.
  await expect(form.getByRole('checkbox', { name: 'All of Other' })).toHaveJSProperty('indeterminate', true)
  await expect(group('Other').getByRole('button')).toHaveText(/create LEXIS links and delete LEXIS links.*2 of 4/)
  await expectSelected(form, ['LEXIS_LINK.CREATE', 'LEXIS_LINK.DELETE'])
  await form.getByRole('button', { name: /more groups/ }).click()
  await expect(group('Offerings').getByRole('button')).toBeFocused()
  await expect(await findPermission(form, 'PROJECT.CREATE_PERMISSION')).toHaveAccessibleDescription(
    /^can grant or remove access /,
  )
  await expect(await findPermission(form, 'STAFF.ACCESS')).toHaveAccessibleDescription(/^all of Waldur Settings, roles/)
})

test('arrow keys move between groups and permissions, and fold them', async ({ page }) => {
  const form = await openCreate(page, 'owner')
  const head = (name: string) => form.getByRole('group', { name, exact: true }).getByRole('button')
  await head('Orders').press('ArrowDown')
  await expect(head('Projects')).toBeFocused()
  await page.keyboard.press('ArrowRight')
  await expect(head('Projects')).toHaveAttribute('aria-expanded', 'true')
  await page.keyboard.press('ArrowRight')
  const row = form.getByRole('group', { name: 'Projects', exact: true }).getByRole('checkbox').nth(1)
  await expect(row).toBeFocused()
  await page.keyboard.press('Space')
  await expect(row).toBeChecked()
  await page.keyboard.press('ArrowLeft')
  await page.keyboard.press('ArrowLeft')
  await expect(head('Projects')).toHaveAttribute('aria-expanded', 'false')
  await page.keyboard.press('ArrowUp')
  await expect(head('Orders')).toBeFocused()
})

test.describe('on a phone', () => {
  test.use({ viewport: { width: 320, height: 640 } })

  test('the form and the secret fit on the screen', { tag: '@firefox' }, async ({ page }) => {
    const form = await openCreate(page, 'owner')
    await form.getByRole('textbox', { name: 'Name' }).fill('x'.repeat(100))
    await selectPermission(form, 'RESOURCE_PROJECT.CREATE_PERMISSION')
    await expectNoSidewaysScroll(page)
    await submitAndReveal(page, form)
    await expectNoSidewaysScroll(page)
  })
})

test('the new secret is shown even if the list can’t be loaded', async ({ page, provoke, sandbox }) => {
  provoke(500)
  const form = await openFilled(page, 'owner', 'unlisted', 'PROJECT.LIST')
  sandbox.failNext('GET', tokensPath, { status: 500, times: 9 })
  await submitAndReveal(page, form)
  await expect.poll(() => responsesWith(sandbox, 500, tokensPath)).toBeGreaterThan(0)
  await readSecret(page)
})
