import type { Locator, Page } from 'playwright/test'
import { expectAccessible } from './axe.ts'
import { fillCreate, openCreate, submit, submitAndReveal } from './createSteps.ts'
import { expect, test } from './fixtures.ts'
import {
  enterToken,
  expectNoSidewaysScroll,
  expectSignedIn,
  openActions,
  readSecret,
  sent,
  signIn,
  statusFrom,
  tokenRow,
  tokensPath,
} from './steps.ts'

const address = (where: Locator, number: number): Locator =>
  where.getByRole('textbox', { name: `Address ${number}`, exact: true })

const onlyFromThese = (where: Locator): Locator => where.getByRole('radio', { name: 'Only from these addresses' })

/** Puts this into the clipboard and pastes it into the field. */
async function paste(page: Page, field: Locator, text: string): Promise<void> {
  await page.evaluate((copied) => navigator.clipboard.writeText(copied), text)
  await field.focus()
  await page.keyboard.press('Control+V')
}

/** Opens the dialog from the token's row. */
async function changeNetworks(page: Page, name: string): Promise<Locator> {
  await (await openActions(page, name)).getByRole('menuitem', { name: 'Change networks' }).click()
  const dialog = page.getByRole('dialog', { name: `Change networks of ${name}` })
  await expect(dialog).toBeVisible()
  return dialog
}

const save = (dialog: Locator): Promise<void> => dialog.getByRole('button', { name: 'Save networks' }).click()

test('a token made for a network works from there and from nowhere else', async ({ origin, page, sandbox }) => {
  const form = await openCreate(page, 'owner')
  await fillCreate(form, 'cluster', 'PROJECT.LIST')
  await onlyFromThese(form).check()
  await address(form, 1).fill('192.0.2.0/24')
  await form.getByRole('button', { name: 'Add address' }).click()
  await expect(address(form, 2)).toBeFocused()
  await address(form, 2).fill('2001:DB8::7')
  await expect(address(form, 2)).toHaveAccessibleDescription('Waldur keeps it as 2001:db8::7/128.')
  const reveal = await submitAndReveal(page, form)
  await expect(reveal.getByRole('alert')).toHaveCount(0)
  const secret = `Bearer ${await readSecret(page)}`
  expect(await statusFrom(origin, secret, '192.0.2.9')).toBe(200)
  expect(await statusFrom(origin, secret, '2001:db8::7')).toBe(200)
  expect(await statusFrom(origin, secret, '192.0.3.9')).toBe(401)
  expect(await statusFrom(origin, secret, '2001:db8::8')).toBe(401)
  const stored = (await sandbox.tokensOf('owner')).find(({ name }) => name === 'cluster')
  expect(stored?.networks).toEqual(['192.0.2.0/24', '2001:db8::7/128'])
})

test('from anywhere is what a token is without a choice, and again after a change of mind', async ({
  page,
  sandbox,
}) => {
  const form = await openCreate(page, 'owner')
  await fillCreate(form, 'roaming', 'PROJECT.LIST')
  await expect(form.getByRole('radio', { name: 'From anywhere' })).toBeChecked()
  await onlyFromThese(form).check()
  await address(form, 1).fill('no address')
  await form.getByRole('radio', { name: 'From anywhere' }).check()
  await expect(address(form, 1)).toHaveCount(0)
  await onlyFromThese(form).check()
  await expect(address(form, 1)).toHaveValue('no address')
  await form.getByRole('radio', { name: 'From anywhere' }).check()
  await submitAndReveal(page, form)
  expect((await sandbox.tokensOf('owner')).find(({ name }) => name === 'roaming')?.networks).toEqual([])
})

test('what is wrong with an address is said at its row, before anything is sent', async ({ page, sandbox }) => {
  const form = await openCreate(page, 'member')
  await fillCreate(form, 'cluster', 'PROJECT.LIST')
  await onlyFromThese(form).check()
  const refusals = [
    ['', 'Enter an address, or remove this row.'],
    ['somewhere', 'This is no IP address and no network, such as 192.0.2.7 or 10.0.0.0/8.'],
    ['10.0.0.5/24', 'This is an address within a network: use 10.0.0.0/24 instead, or 10.0.0.5 alone.'],
    ['::/0', 'This allows every address. Choose “From anywhere” instead.'],
    ['10.0.0.0/33', 'After “/” comes one whole number from 1 to 32.'],
    ['10.0.0.1 10.0.0.2', 'One address or network a row, without spaces and commas.'],
    ['192.0.2.7', ''],
    ['192.0.2.7/32', 'This is the same as address 7.'],
  ] as const
  for (const [index, [text]] of refusals.entries()) {
    if (index > 0) await form.getByRole('button', { name: 'Add address' }).click()
    await address(form, index + 1).fill(text)
  }
  await submit(form)
  for (const [index, [, refusal]] of refusals.entries()) {
    await expect(address(form, index + 1)).toHaveAccessibleDescription(refusal)
  }
  await expect(address(form, 1)).toBeFocused()
  await expect(form.getByRole('alert')).toContainText('Address 1, Address 2, Address 3')
  await expectAccessible(page)

  for (let number = refusals.length; number > 0; number -= 1) {
    await form.getByRole('button', { name: `Remove address ${number}` }).click()
    await expect(form.getByRole('button', { name: 'Add address' })).toBeFocused()
  }
  await submit(form)
  const part = form.getByRole('group', { name: 'From which addresses', exact: true })
  await expect(part).toContainText('Add at least one address, or choose “From anywhere”.')
  expect(sent(sandbox, 'POST', tokensPath)).toBe(0)
})

test('a list is pasted into rows of its own, and Enter neither adds one nor sends', async ({ page, sandbox }) => {
  const form = await openCreate(page, 'owner')
  await fillCreate(form, 'cluster', 'PROJECT.LIST')
  await onlyFromThese(form).check()
  await paste(page, address(form, 1), '10.0.0.1, 10.0.0.2\n10.0.0.0/8\n')
  await expect(address(form, 3)).toBeFocused()
  await paste(page, address(form, 2), '::1 ::2')
  await expect(address(form, 4)).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(address(form, 5)).toHaveValue('10.0.0.0/8')
  await expect(address(form, 6)).toHaveCount(0)
  expect(sent(sandbox, 'POST', tokensPath)).toBe(0)
  await submitAndReveal(page, form)
  const stored = (await sandbox.tokensOf('owner')).find(({ name }) => name === 'cluster')
  expect(stored?.networks).toEqual(['10.0.0.1/32', '10.0.0.2/32', '::1/128', '::2/128', '10.0.0.0/8'])
})

test.describe('from an address that Waldur sees', () => {
  test.use({ extraHTTPHeaders: { 'X-Forwarded-For': '203.0.113.9' } })

  test('the current address is added by one click, once', async ({ page, sandbox }) => {
    const form = await openCreate(page, 'owner')
    await fillCreate(form, 'mine', 'PROJECT.LIST')
    await onlyFromThese(form).check()
    const add = form.getByRole('button', { name: 'Add my current address (203.0.113.9)' })
    await add.click()
    await expect(address(form, 1)).toHaveValue('203.0.113.9')
    await expect(address(form, 1)).toBeFocused()
    await expect(add).toBeDisabled()
    await address(form, 1).fill('198.51.100.1')
    await add.click()
    await expect(address(form, 2)).toHaveValue('203.0.113.9')
    await expect(address(form, 2)).toBeFocused()
    await submitAndReveal(page, form)
    const stored = (await sandbox.tokensOf('owner')).find(({ name }) => name === 'mine')
    expect(stored?.networks).toEqual(['198.51.100.1/32', '203.0.113.9/32'])
  })
})

test.describe('from an address that Waldur does not know', () => {
  test.use({ extraHTTPHeaders: { 'X-Forwarded-For': 'unknown' } })

  test('none is offered', async ({ page }) => {
    const form = await openCreate(page, 'owner')
    await onlyFromThese(form).check()
    await expect(form.getByRole('button', { name: 'Add address' })).toBeVisible()
    await expect(form.getByRole('button', { name: /current address/ })).toHaveCount(0)
  })
})

test('what Waldur says about networks stands at their rows', async ({ page, provoke, sandbox }) => {
  provoke(400)
  const form = await openCreate(page, 'owner')
  await fillCreate(form, 'cluster', 'PROJECT.LIST')
  await onlyFromThese(form).check()
  await paste(page, address(form, 1), '10.0.0.1,10.0.0.2')
  const refuse = (body: object) =>
    sandbox.failNext('POST', tokensPath, { status: 400, body: { allowed_networks: body } })
  refuse({ '1': ['Not a valid string.'] })
  await submit(form)
  await expect(address(form, 2)).toHaveAccessibleDescription('Not a valid string.')
  refuse(['10.0.0.1/32 is not a valid IP address or CIDR network.'])
  await submit(form)
  await expect(address(form, 1)).toHaveAccessibleDescription('10.0.0.1/32 is not a valid IP address or CIDR network.')
  await expect(address(form, 1)).toBeFocused()
  sandbox.settings.PAT_MAX_ACL_ENTRIES = 1
  await submit(form)
  const part = form.getByRole('group', { name: 'From which addresses', exact: true })
  await expect(part).toContainText('A token can have at most 1 network ACL entries.')
  await form.getByRole('button', { name: 'Remove address 2' }).click()
  await submitAndReveal(page, form)
})

test('networks are changed, with a word on whom that shuts out', async ({ origin, page, sandbox }) => {
  const { token, uuid } = await sandbox.createToken('owner', { name: 'robot' })
  expect(await statusFrom(origin, `Bearer ${token}`, '10.1.2.3')).toBe(200)
  await signIn(page, 'owner')
  let dialog = await changeNetworks(page, 'robot')
  await expect(dialog.getByRole('radio', { name: 'From anywhere' })).toBeChecked()
  await expect(dialog.getByRole('radio', { name: 'From anywhere' })).toBeFocused()
  await onlyFromThese(dialog).check()
  await address(dialog, 1).fill('192.0.2.0/24')
  await expect(dialog.getByRole('alert')).toHaveText(
    'It was last used from 10.1.2.3, which these addresses do not include. Whatever uses it from there will be refused.',
  )
  await expectAccessible(page)
  await address(dialog, 1).fill('10.0.0.0/8')
  await expect(dialog.getByRole('alert')).toHaveCount(0)
  await address(dialog, 1).fill('192.0.2.7')
  await save(dialog)
  await expect(dialog).toBeHidden()
  expect(await statusFrom(origin, `Bearer ${token}`, '10.1.2.3')).toBe(401)
  expect(await statusFrom(origin, `Bearer ${token}`, '192.0.2.7')).toBe(200)

  await tokenRow(page, 'robot').getByRole('link').click()
  await expect(page).toHaveURL(`/tokens/${uuid}`)
  await expect(page.getByRole('definition').filter({ hasText: '192.0.2.7/32' })).toBeVisible()
  await page.getByRole('button', { name: 'Change networks' }).click()
  dialog = page.getByRole('dialog', { name: 'Change networks of robot' })
  await expect(address(dialog, 1)).toHaveValue('192.0.2.7/32')
  await dialog.getByRole('radio', { name: 'From anywhere' }).check()
  await save(dialog)
  await expect(page.getByRole('definition').filter({ hasText: 'From any address' })).toBeVisible()
  await expect(page.getByRole('button', { name: 'Change networks' })).toBeFocused()
  expect(await statusFrom(origin, `Bearer ${token}`, '10.1.2.3')).toBe(200)
})

test('a change that is refused or lost is said, and what was entered stays', async ({ page, provoke, sandbox }) => {
  provoke(400, 503)
  await sandbox.createToken('owner', { name: 'robot', allowed_networks: ['10.0.0.0/8'] })
  await signIn(page, 'owner')
  const dialog = await changeNetworks(page, 'robot')
  await address(dialog, 1).fill('10.0.0.0/33')
  await address(dialog, 1).press('Enter')
  await save(dialog)
  await expect(address(dialog, 1)).toHaveAccessibleDescription(/from 1 to 32/)
  await address(dialog, 1).fill('192.0.2.7')
  const refuse = (status: number, body: unknown) => sandbox.failNext('POST', /set_network_acl/, { status, body })
  refuse(400, { allowed_networks: ['192.0.2.7/32 is not for you.'] })
  await save(dialog)
  await expect(address(dialog, 1)).toHaveAccessibleDescription('192.0.2.7/32 is not for you.')
  await expect(address(dialog, 1)).toBeFocused()
  refuse(503, 'down')
  await save(dialog)
  await expect(dialog.getByRole('alert')).toContainText('The networks may be changed all the same')
  refuse(400, ['Cannot update network ACL of an inactive token.'])
  await save(dialog)
  await expect(dialog.getByRole('alert')).toContainText('Cannot update network ACL of an inactive token.')
  await save(dialog)
  await expect(dialog).toBeHidden()
  const robot = (await sandbox.tokensOf('owner')).find(({ name }) => name === 'robot')
  expect(robot?.networks).toEqual(['192.0.2.7/32'])
  expect(sent(sandbox, 'POST', /set_network_acl/)).toBe(4)
})

test('networks of a token that has ended cannot be changed, and the menu says why', async ({ page }) => {
  await signIn(page, 'owner')
  for (const [name, reason] of [
    ['spring-import', 'It has expired.'],
    ['old-laptop', 'It is already inactive.'],
  ] as const) {
    const item = (await openActions(page, name)).getByRole('menuitem', { name: 'Change networks' })
    await expect(item).toBeDisabled()
    await expect(item).toContainText(reason)
    await page.keyboard.press('Escape')
  }
  await tokenRow(page, 'old-laptop').getByRole('link').click()
  const button = page.getByRole('button', { name: 'Change networks' })
  await expect(button).toBeDisabled()
  await expect(button).toHaveAccessibleDescription(/already inactive/)
})

test('who signed in with a personal access token may not change networks', async ({ page, sandbox }) => {
  const { token } = await sandbox.createToken('owner', { name: 'reader' })
  await page.goto('/tokens')
  await enterToken(page, token)
  await expectSignedIn(page)
  const item = (await openActions(page, 'terraform')).getByRole('menuitem', { name: 'Change networks' })
  await expect(item).toBeDisabled()
  await expect(item).toContainText('You signed in with a personal access token')
})

test.describe('on a Waldur without networks', () => {
  test.use({ sandboxOptions: { generation: 'seed' } })

  test('nothing is said of them', async ({ page }) => {
    const form = await openCreate(page, 'owner')
    await expect(form.getByRole('group', { name: 'Where', exact: true })).toBeVisible()
    await expect(form.getByRole('group', { name: 'From which addresses' })).toHaveCount(0)
    await form.getByRole('button', { name: 'Cancel' }).click()
    const menu = await openActions(page, 'terraform')
    await expect(menu.getByRole('menuitem')).toHaveText(['Rotate', 'Revoke'])
    await page.keyboard.press('Escape')
    await tokenRow(page, 'terraform').getByRole('link').click()
    await expect(page.getByRole('button', { name: 'Revoke' })).toBeVisible()
    await expect(page.getByRole('button', { name: 'Change networks' })).toHaveCount(0)
  })

  test('with no token to tell, a restriction that was left out is said beside the secret', async ({
    page,
    sandbox,
  }) => {
    const form = await openCreate(page, 'member')
    await fillCreate(form, 'cluster', 'PROJECT.LIST')
    await onlyFromThese(form).check()
    await address(form, 1).fill('192.0.2.7')
    const reveal = await submitAndReveal(page, form)
    const alert = reveal.getByRole('alert')
    await expect(alert).toContainText('Waldur did not keep your restriction')
    await expect(alert).toContainText('It issued a token that works from any address.')
    await expectAccessible(page)
    await alert.getByRole('button', { name: 'Revoke this token' }).click()
    await expect(reveal.getByText('This token is revoked. Its secret is worthless now.')).toBeVisible()
    expect((await sandbox.tokensOf('member')).map(({ isActive }) => isActive)).toEqual([false])
  })
})

test.describe('on a phone', () => {
  test.use({ viewport: { width: 320, height: 640 } })

  test('nothing scrolls sideways', async ({ page, sandbox }) => {
    const networks = ['2001:db8:1111:2222:3333:4444:5555:6666/128']
    await sandbox.createToken('owner', { name: 'robot', allowed_networks: networks })
    await signIn(page, 'owner')
    await changeNetworks(page, 'robot')
    await expectNoSidewaysScroll(page)
    await page.keyboard.press('Escape')
    await page.getByRole('link', { name: 'robot' }).click()
    await expect(page.getByRole('button', { name: 'Change networks' })).toBeVisible()
    await expectNoSidewaysScroll(page)
  })
})
