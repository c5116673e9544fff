import type { Locator } from 'playwright/test'
import { expectAccessible } from './axe.ts'
import { addressField, addressTag, onlyFromThese } from './createSteps.ts'
import { expect, test } from './fixtures.ts'
import { expectSaid, forgetHeard } from './heard.ts'
import { changeNetworks, menuItem, openActions, tokenRow } from './listSteps.ts'
import { alerts, expectNoSidewaysScroll, fillSilently } from './pageSteps.ts'
import { chooseByTouch, expectFullScreen, expectInSight, PHONE, signInByTouch } from './phoneSteps.ts'
import { sent, statusFrom, tokensPath } from './sandboxSteps.ts'
import { enterToken, expectSignedIn, signIn } from './sessionSteps.ts'

const save = (dialog: Locator): Promise<void> => dialog.getByRole('button', { name: 'Save IP addresses' }).click()

test('networks are changed, with a warning about the address of the last use', async ({ origin, page, sandbox }) => {
  const { token, uuid } = await sandbox.createToken('owner', { name: 'robot' })
  expect(await statusFrom(origin, `Bearer ${token}`, '10.1.2.3')).toBe(200)
  await signIn(page, 'owner')
  let dialog = await changeNetworks(page, 'robot')
  await expect(dialog.getByRole('radio', { name: 'Any IP address' })).toBeChecked()
  await expect(dialog.getByRole('radio', { name: 'Any IP address' })).toBeFocused()
  await onlyFromThese(dialog).check()
  await addressField(dialog).fill('192.0.2.0/24')
  await expect(dialog.getByRole('note')).toContainText(
    'The token was last used from 10.1.2.3, which isn’t included here. Requests from there will be denied.',
  )
  await expectAccessible(page)
  await dialog.getByRole('button', { name: 'Add 10.1.2.3' }).click()
  await expect(dialog.getByRole('note')).toHaveCount(0)
  await expect(addressField(dialog)).toHaveValue('192.0.2.0/24')
  await expect(addressField(dialog)).toBeFocused()
  await addressTag(dialog, '10.1.2.3').click()
  await addressField(dialog).fill('10.0.0.0/8')
  await expect(dialog.getByRole('note')).toHaveCount(0)
  await addressField(dialog).fill('192.0.2.7')
  await save(dialog)
  await expect(dialog).toBeHidden()
  expect(await statusFrom(origin, `Bearer ${token}`, '10.1.2.3')).toBe(401)
  expect(await statusFrom(origin, `Bearer ${token}`, '192.0.2.7')).toBe(200)

  await tokenRow(page, 'robot').getByRole('link').click()
  await expect(page).toHaveURL(`/tokens/${uuid}`)
  await expect(page.getByRole('definition').filter({ hasText: '192.0.2.7/32' })).toBeVisible()
  dialog = await changeNetworks(page, 'robot')
  await expect(addressTag(dialog)).toHaveAccessibleName('Remove 192.0.2.7')
  await dialog.getByRole('radio', { name: 'Any IP address' }).check()
  await save(dialog)
  await expect(page.getByRole('definition').filter({ hasText: 'Any' })).toBeVisible()
  await expect(page.getByRole('button', { name: 'Actions for robot' })).toBeFocused()
  expect(await statusFrom(origin, `Bearer ${token}`, '10.1.2.3')).toBe(200)
})

test('if Waldur saves something else, the dialog says so, and the token can be revoked', async ({ page, sandbox }) => {
  const { uuid } = await sandbox.createToken('owner', { name: 'robot' })
  await signIn(page, 'owner')
  const dialog = await changeNetworks(page, 'robot')
  await onlyFromThese(dialog).check()
  await fillSilently(addressField(dialog), '192.0.2.7')
  const headers = { Authorization: `Token ${await sandbox.signIn('owner')}` }
  const robot: unknown = await (await sandbox.app.request(`${tokensPath}${uuid}/`, { headers })).json()
  sandbox.failNext('POST', /set_network_acl/, { status: 200, body: robot })
  await save(dialog)
  const alert = alerts(dialog)
  await expect(alert).toContainText('Waldur didn’t apply all your limits')
  await expect(alert).toContainText('This token works from any IP address.')
  await alert.getByRole('button', { name: 'Revoke token' }).click()
  await expect(dialog.getByRole('note')).toHaveText('Token revoked. Its secret no longer works.')
  await dialog.getByRole('button', { name: 'Close' }).click()
  await expect(dialog).toBeHidden()
})

test('a change that is rejected or lost leads to an error, and the input is kept', async ({
  page,
  provoke,
  sandbox,
}) => {
  provoke(400, 503)
  await sandbox.createToken('owner', { name: 'robot', allowed_networks: ['10.0.0.0/8'] })
  await signIn(page, 'owner')
  const dialog = await changeNetworks(page, 'robot')
  await addressTag(dialog, '10.0.0.0/8').click()
  await forgetHeard(page)
  await addressField(dialog).fill('10.0.0.0/33')
  await addressField(dialog).press('Enter')
  await expectSaid(page, 'polite: After “/”, enter a whole number from 1 to 32.')
  await save(dialog)
  await expect(addressField(dialog)).toHaveAccessibleDescription(/from 1 to 32/)
  await addressField(dialog).fill('192.0.2.7')
  const reject = (status: number, body: unknown) => sandbox.failNext('POST', /set_network_acl/, { status, body })
  reject(400, { allowed_networks: ['192.0.2.7/32 is not for you.'] })
  await save(dialog)
  await expect(addressField(dialog)).toHaveAccessibleDescription('192.0.2.7/32 is not for you.')
  await expect(addressField(dialog)).toBeFocused()
  reject(503, 'down')
  await save(dialog)
  await expect(alerts(dialog)).toContainText('The change may have been saved anyway')
  reject(400, ['Cannot change the network ACL of an inactive token.'])
  await save(dialog)
  await expect(alerts(dialog)).toContainText('Cannot change the network ACL of an inactive token.')
  await dialog.getByRole('radio', { name: 'Any IP address' }).check()
  reject(400, { allowed_networks: ['Not from everywhere.'] })
  await save(dialog)
  await expect(dialog.getByRole('radiogroup')).toHaveAccessibleDescription('Not from everywhere.')
  await onlyFromThese(dialog).check()
  await save(dialog)
  await expect(dialog).toBeHidden()
  const robot = (await sandbox.tokensOf('owner')).find(({ name }) => name === 'robot')
  expect(robot?.networks).toEqual(['192.0.2.7/32'])
  expect(sent(sandbox, 'POST', /set_network_acl/)).toBe(5)
})

test.describe('on a phone, with a list longer than the screen', () => {
  test.use(PHONE)

  test('the warning, a failure and a wrong address are in sight', async ({ page, provoke, sandbox, origin }) => {
    provoke(503)
    const networks = Array.from({ length: 13 }, (_, index) => `10.${index}.0.0/16`)
    const { token } = await sandbox.createToken('owner', { name: 'robot', allowed_networks: networks })
    expect(await statusFrom(origin, `Bearer ${token}`, '10.12.0.1')).toBe(200)
    await signInByTouch(page, 'owner')
    await chooseByTouch(page, /^Edit IP addresses/, 'robot')
    const dialog = page.getByRole('dialog', { name: 'Edit allowed IP addresses for robot' })
    await expectFullScreen(page, dialog, 'Save IP addresses')
    const saveByTouch = dialog.getByRole('button', { name: 'Save IP addresses' })
    expect((await saveByTouch.boundingBox())?.y, 'in reach of a thumb').toBeGreaterThan(650)
    await addressTag(dialog, '10.12.0.0/16').tap()
    await addressTag(dialog, '10.0.0.0/16').scrollIntoViewIfNeeded()
    await expectInSight(dialog.getByRole('note').filter({ hasText: 'The token was last used from 10.12.0.1' }))
    sandbox.failNext('POST', /set_network_acl/, { status: 503, body: 'down' })
    await saveByTouch.tap()
    await expectInSight(dialog.getByRole('alert').filter({ hasText: 'The change may have been saved anyway' }))
    await addressField(dialog).fill('192.0.2.0/99')
    await addressTag(dialog, '10.0.0.0/16').scrollIntoViewIfNeeded()
    await saveByTouch.tap()
    await expect(addressField(dialog)).toBeFocused()
    await expectInSight(dialog.getByText(/from 1 to 32/))
    await expectInSight(saveByTouch)
  })
})

test('networks of an expired or revoked token can’t be changed, and the menu says why', async ({ page }) => {
  await signIn(page, 'owner')
  for (const [name, reason] of [
    ['spring-import', 'This token has expired.'],
    ['old-laptop', 'This token is no longer active.'],
  ] as const) {
    const item = (await openActions(page, name)).getByRole('menuitem', { name: 'Edit IP addresses' })
    await expect(item).toBeDisabled()
    await expect(item).toContainText(reason)
    await page.keyboard.press('Escape')
  }
  await tokenRow(page, 'old-laptop').getByRole('link').click()
  await expect(page.getByRole('heading', { name: 'old-laptop', level: 1 })).toBeVisible()
  const item = menuItem(await openActions(page, 'old-laptop'), 'Edit IP addresses')
  await expect(item).toBeDisabled()
  await expect(item).toContainText('no longer active')
})

test('a user signed in with a personal access token can’t change networks', async ({ page, sandbox }) => {
  const { token } = await sandbox.createToken('owner', { name: 'reader' })
  await page.goto('/tokens')
  await enterToken(page, token)
  await expectSignedIn(page)
  const menu = await openActions(page, 'terraform')
  await expect(menu.getByRole('menuitem', { name: 'Edit IP addresses' })).toBeDisabled()
  await expect(menu).toHaveAccessibleDescription(/^You’re signed in with a personal access token/)
  // Like every menu, it is outside all landmarks, and hides the page.
  await expectAccessible(page, ['region'])
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
    await expect(page.getByRole('button', { name: 'Actions for robot' })).toBeVisible()
    await expectNoSidewaysScroll(page)
  })
})
