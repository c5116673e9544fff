import type { Locator, Page } from 'playwright/test'
import { expectAccessible } from './axe.ts'
import {
  addressField,
  addressTag,
  enterAddress,
  onlyFromThese,
  openCreate,
  openFilled,
  submit,
  submitAndReveal,
} from './createSteps.ts'
import { expect, test } from './fixtures.ts'
import { openActions, tokenRow } from './listSteps.ts'
import { alerts } from './pageSteps.ts'
import { readSecret } from './revealSteps.ts'
import { sent, statusFrom, tokensPath } from './sandboxSteps.ts'

/** Copies the text to the clipboard and pastes it into the field. */
async function paste(page: Page, field: Locator, text: string): Promise<void> {
  await page.evaluate((copied) => navigator.clipboard.writeText(copied), text)
  await field.focus()
  await page.keyboard.press('Control+V')
}

test('a token limited to networks works from there and from nowhere else', async ({ origin, page, sandbox }) => {
  const form = await openFilled(page, 'owner', 'cluster', 'PROJECT.LIST')
  await onlyFromThese(form).check()
  await enterAddress(form, '192.0.2.0/24')
  await expect(addressTag(form)).toHaveAccessibleName('Remove 192.0.2.0/24')
  await expect(addressField(form)).toBeFocused()
  // What is left in the field counts as well.
  await addressField(form).fill('2001:DB8::7')
  await expect(addressField(form)).toHaveAccessibleDescription('Waldur stores this as 2001:db8::7/128.')
  // An IPv4 address written as IPv6 never matches.
  await enterAddress(form, '::ffff:192.0.3.0/120')
  const mapped = form.getByRole('note').filter({ hasText: 'would deny requests from 192.0.3.0/24' })
  await mapped.getByRole('button', { name: 'Use 192.0.3.0/24' }).click()
  await expect(mapped).toHaveCount(0)
  await form.getByRole('button', { name: 'Remove 192.0.3.0/24' }).click()
  await addressField(form).fill('2001:DB8::7')
  await expect(form).toContainText('It works only from 2 IP addresses or ranges.')
  await expect(form).toContainText('You can change only its IP addresses later.')
  const reveal = await submitAndReveal(page, form)
  await expect(reveal.getByRole('note')).toHaveCount(0)
  const secret = `Bearer ${await readSecret(page)}`
  expect(await statusFrom(origin, secret, '192.0.2.9')).toBe(200)
  expect(await statusFrom(origin, secret, '2001:db8::7')).toBe(200)
  expect(await statusFrom(origin, secret, '192.0.3.9')).toBe(401)
  expect(await statusFrom(origin, secret, '2001:db8::8')).toBe(401)
  const stored = (await sandbox.tokensOf('owner')).find(({ name }) => name === 'cluster')
  expect(stored?.networks).toEqual(['192.0.2.0/24', '2001:db8::7/128'])
})

test('“Any IP address” is the default, and can be chosen again without losing the input', async ({ page, sandbox }) => {
  const form = await openFilled(page, 'owner', 'roaming', 'PROJECT.LIST')
  await expect(form.getByRole('radio', { name: 'Any IP address' })).toBeChecked()
  await onlyFromThese(form).check()
  await addressField(form).fill('no address')
  await form.getByRole('radio', { name: 'Any IP address' }).check()
  await expect(addressField(form)).toHaveCount(0)
  await onlyFromThese(form).check()
  await expect(addressField(form)).toHaveValue('no address')
  await form.getByRole('radio', { name: 'Any IP address' }).check()
  await submitAndReveal(page, form)
  expect((await sandbox.tokensOf('owner')).find(({ name }) => name === 'roaming')?.networks).toEqual([])
})

test('an invalid address is reported before anything is sent, and stays in the field', async ({ page, sandbox }) => {
  const form = await openFilled(page, 'member', 'cluster', 'PROJECT.LIST')
  await onlyFromThese(form).check()
  await submit(form)
  const field = addressField(form)
  await expect(field).toHaveAccessibleDescription('Add at least one IP address or choose “Any IP address”.')
  await expect(field).toBeFocused()
  await expect(alerts(form)).toContainText('Check this field: Allowed IP addresses.')
  for (const [text, message] of [
    ['somewhere', 'Enter an IP address or range, such as 192.0.2.7 or 10.0.0.0/8.'],
    ['10.0.0.5/24', 'Use 10.0.0.0/24 for the whole range or 10.0.0.5 for one IP address.'],
    ['::/0', 'This allows every IP address. Choose “Any IP address” instead.'],
    ['10.0.0.0/33', 'After “/”, enter a whole number from 1 to 32.'],
  ] as const) {
    await enterAddress(form, text)
    await expect(field).toHaveAccessibleDescription(message)
    await expect(field).toHaveValue(text)
    await submit(form)
    await expect(field).toHaveAccessibleDescription(message)
  }
  await expectAccessible(page)
  await enterAddress(form, '192.0.2.7 10.0.0.5/24')
  await expect(addressTag(form)).toHaveAccessibleName('Remove 192.0.2.7')
  await expect(field).toHaveValue('10.0.0.5/24')
  await field.fill('192.0.2.7/32')
  await submit(form)
  await expect(field).toHaveAccessibleDescription('You’ve already added this IP address.')
  await field.press('Enter')
  await expect(field).toHaveValue('')
  await addressTag(form).click()
  await expect(addressTag(form)).toHaveCount(0)
  await expect(field).toBeFocused()
  expect(sent(sandbox, 'POST', tokensPath)).toBe(0)
})

test('a list becomes tags, pasted or typed; Enter never submits; Waldur’s messages appear at their addresses', async ({
  page,
  provoke,
  sandbox,
}) => {
  provoke(400)
  const form = await openFilled(page, 'owner', 'cluster', 'PROJECT.LIST')
  await onlyFromThese(form).check()
  const field = addressField(form)
  await paste(page, field, '10.0.0.1, 10.0.0.2\n10.0.0.0/8\n')
  await expect(addressTag(form)).toHaveCount(3)
  await field.pressSequentially('::1 ::2,')
  await expect(addressTag(form)).toHaveCount(5)
  await expect(field).toHaveValue('')
  await field.press('Enter')
  expect(sent(sandbox, 'POST', tokensPath)).toBe(0)

  const reject = (body: object) =>
    sandbox.failNext('POST', tokensPath, { status: 400, body: { allowed_networks: body } })
  reject({ '1': ['Not a valid string.'] })
  await submit(form)
  await expect(addressTag(form, '10.0.0.2')).toHaveAccessibleDescription('10.0.0.2: Not a valid string.')
  const message = '10.0.0.1/32 is not a valid IP address or CIDR network.'
  reject([message])
  await submit(form)
  await expect(addressTag(form, '10.0.0.1')).toHaveAccessibleDescription(`10.0.0.1: ${message}`)
  await expect(addressTag(form, '10.0.0.1')).toBeFocused()
  await expectAccessible(page)
  sandbox.settings.PAT_MAX_ACL_ENTRIES = 4
  await submit(form)
  const part = form.getByRole('group', { name: 'Allowed IP addresses', exact: true })
  await expect(part).toContainText('A token can have at most 4 network ACL entries.')
  sandbox.settings.PAT_MAX_ACL_ENTRIES = 5
  await submitAndReveal(page, form)
  const stored = (await sandbox.tokensOf('owner')).find(({ name }) => name === 'cluster')
  expect(stored?.networks).toEqual(['10.0.0.1/32', '10.0.0.2/32', '10.0.0.0/8', '::1/128', '::2/128'])
})

test.describe('from an address that Waldur sees', () => {
  test.use({ extraHTTPHeaders: { 'X-Forwarded-For': '203.0.113.9' } })

  test('the current address is added with one click, once', async ({ page, sandbox }) => {
    const form = await openFilled(page, 'owner', 'mine', 'PROJECT.LIST')
    await onlyFromThese(form).check()
    const add = form.getByRole('button', { name: 'Add my current IP address (203.0.113.9)' })
    await add.click()
    await expect(addressTag(form)).toHaveAccessibleName('Remove 203.0.113.9')
    await expect(addressField(form)).toBeFocused()
    await expect(add).toBeDisabled()
    await expect(add).toHaveAccessibleDescription('You’ve already added this IP address.')
    await addressTag(form).click()
    await addressField(form).fill('198.51.100.1')
    await add.click()
    await expect(addressField(form)).toHaveValue('198.51.100.1')
    await submitAndReveal(page, form)
    const stored = (await sandbox.tokensOf('owner')).find(({ name }) => name === 'mine')
    expect(stored?.networks).toEqual(['203.0.113.9/32', '198.51.100.1/32'])
  })
})

test.describe('from an address that Waldur does not know', () => {
  test.use({ extraHTTPHeaders: { 'X-Forwarded-For': 'unknown' } })

  test('no address is offered', async ({ page }) => {
    const form = await openCreate(page, 'owner')
    await onlyFromThese(form).check()
    await expect(addressField(form)).toBeVisible()
    await expect(form.getByRole('button', { name: /my current/ })).toHaveCount(0)
  })
})

test.describe('on a Waldur server without networks', () => {
  test.use({ sandboxOptions: { generation: '8.0.9' } })

  test('the form says so, and no token shows them', async ({ page }) => {
    const form = await openCreate(page, 'owner')
    await expect(form.getByRole('group', { name: 'Where it works', exact: true })).toBeVisible()
    const part = form.getByRole('group', { name: 'Allowed IP addresses' })
    await expect(part).toContainText('This Waldur server can’t limit tokens to IP addresses.')
    await expect(onlyFromThese(form)).toHaveCount(0)
    await expect(form).toContainText('You can’t change anything later.')
    await form.getByRole('button', { name: 'Cancel' }).click()
    const menu = await openActions(page, 'terraform')
    await expect(menu.getByRole('menuitem')).toHaveText([/^Rotate/, /^Replace/, /^Duplicate/, /^Revoke/])
    await page.keyboard.press('Escape')
    await tokenRow(page, 'terraform').getByRole('link').click()
    await expect(page.getByRole('group', { name: 'Facts' })).toBeVisible()
    await expect(page.getByText('Allowed IP addresses')).toHaveCount(0)
  })

  test('the form of a user without tokens says so as well', async ({ page, sandbox }) => {
    const form = await openCreate(page, 'member')
    await expect(form).toContainText('This Waldur server can’t limit tokens to IP addresses.')
    expect(sent(sandbox, 'OPTIONS', tokensPath)).toBe(1)
  })

  test('if that is unknown beforehand, a dropped restriction is reported beside the secret', async ({
    page,
    sandbox,
  }) => {
    // As if a web server in front of Waldur responded to this request itself.
    sandbox.failNext('OPTIONS', tokensPath, { status: 204 })
    const form = await openFilled(page, 'member', 'cluster', 'PROJECT.LIST')
    await onlyFromThese(form).check()
    await addressField(form).fill('192.0.2.7')
    const reveal = await submitAndReveal(page, form)
    const alert = reveal.getByRole('note')
    await expect(alert).toContainText('Waldur didn’t apply all your limits')
    await expect(alert).toContainText('This token works from any IP address.')
    await expectAccessible(page)
    await alert.getByRole('button', { name: 'Revoke token' }).click()
    await expect(reveal.getByText('Token revoked. Its secret no longer works.')).toBeVisible()
    expect((await sandbox.tokensOf('member')).map(({ isActive }) => isActive)).toEqual([false])
  })
})
