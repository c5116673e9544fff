import {
  acceptStaff,
  addPlace,
  fillCreate,
  limitToEntities,
  openCreate,
  openFilled,
  placeSearch,
  removePlace,
  selectPermission,
  submit,
  submitAndReveal,
} from './createSteps.ts'
import { expect, test } from './fixtures.ts'
import { row } from './matrix.ts'
import { alerts } from './pageSteps.ts'
import { revealDialog, storeAndClose } from './revealSteps.ts'
import { sent, statusOf, tokensPath, waitForPreload } from './sandboxSteps.ts'

test('a global permission and places exclude each other, and neither is dropped', async ({ page, sandbox }) => {
  const form = await openFilled(page, 'staff', 'root', 'STAFF.ACCESS')
  await acceptStaff(form)
  const limit = form.getByRole('radio', { name: 'Only in specific places' })
  await expect(limit).toBeDisabled()
  await form.getByRole('radio', { name: 'Everywhere' }).press('ArrowDown')
  await expect(limit).toBeFocused()
  await expect(limit).toHaveAccessibleDescription('Not possible with global permissions')
  await expect(limit).not.toBeChecked()
  await expect(form).toContainText('root will be able to use staff-only views until')

  // Places chosen before the global permission stay, marked as not sent.
  await selectPermission(form, 'STAFF.ACCESS', false)
  await selectPermission(form, 'PROJECT.LIST')
  await limitToEntities(form)
  const place = await addPlace(form, 'kliima', 'Läänemere kliimamudel')
  await selectPermission(form, 'STAFF.ACCESS')
  await expect(form.getByRole('note').filter({ hasText: 'is global' })).toHaveText(
    /STAFF\.ACCESS is global and can’t be limited to places\./,
  )
  await expect(place).toContainText('Not sent, because STAFF.ACCESS is global')
  await submit(form)
  await expect(form.getByRole('alert').filter({ hasText: 'Check this field: Where it works' })).toBeVisible()
  expect(sent(sandbox, 'POST', tokensPath)).toBe(0)
  await selectPermission(form, 'STAFF.ACCESS', false)
  await submitAndReveal(page, form)
  expect((await sandbox.tokensOf('staff')).at(-1)?.bindings).toHaveLength(1)
})

test('places missing from the response, or unreadable in it, are reported, and the token can be revoked', async ({
  origin,
  page,
  sandbox,
}) => {
  const dates = { expires_at: '2099-01-01T00:00:00Z', created: '2026-01-01T00:00:00Z' }
  const { uuid, token } = await sandbox.createToken('owner', { name: 'bound' })
  const reveal = revealDialog(page)
  const alert = reveal.getByRole('note')
  const form = await openCreate(page, 'owner')
  const createBound = async (limits: object) => {
    await fillCreate(form, 'bound', 'PROJECT.LIST')
    await limitToEntities(form)
    await addPlace(form, 'kliima', 'Läänemere kliimamudel')
    sandbox.failNext('POST', tokensPath, { status: 201, body: { uuid, token, ...limits } })
    await submitAndReveal(page, form)
  }
  await createBound({ allowed_scopes: [null], allowed_networks: [] })
  await expect(alert).toHaveText(/^Waldur’s response doesn’t say whether this token is limited as you asked/)
  await storeAndClose(page)

  await page.getByRole('button', { name: 'Create token', exact: true }).click()
  await createBound({ name: 'bound', scopes: ['PROJECT.LIST'], ...dates })
  await expect(alert).toContainText('Waldur didn’t apply all your limits')
  await expect(alert).toContainText('works everywhere you have its permissions')
  expect(await statusOf(origin, `Bearer ${token}`)).toBe(200)
  await reveal.getByRole('button', { name: 'Revoke token' }).click()
  await expect(alert).toHaveText('Token revoked. Its secret no longer works.')
  expect(await statusOf(origin, `Bearer ${token}`)).toBe(401)
  await expect(reveal).toBeVisible()
})

row('row 22: a place that fits none of the permissions is explained, and not sent', async ({ page, sandbox }) => {
  const form = await openFilled(page, 'roles', 'review', 'PROPOSAL.MANAGE')
  await selectPermission(form, 'CALL.LIST')
  await limitToEntities(form)
  const proposal = await addPlace(form, 'nordlys', 'Nordlys i sanntid')
  await selectPermission(form, 'PROPOSAL.MANAGE', false)
  const misfit = 'None of the selected permissions can be limited to this type.'
  await expect(proposal).toContainText(misfit)
  await submit(form)
  await expect(removePlace(form, 'Nordlys i sanntid')).toHaveAccessibleDescription(new RegExp(`^${misfit}`))
  expect(sent(sandbox, 'POST', tokensPath)).toBe(0)
  await selectPermission(form, 'PROPOSAL.MANAGE')
  await expect(proposal).not.toContainText(misfit)
  await submitAndReveal(page, form)
  expect((await sandbox.tokensOf('roles')).at(-1)?.bindings).toHaveLength(1)
})

row(
  'row 21: without the list of types nothing is created without restriction by mistake',
  async ({ page, provoke, sandbox }) => {
    provoke(500)
    sandbox.failNext('GET', `${tokensPath}available_binding_targets/`, { status: 500, times: 2 })
    const form = await openFilled(page, 'owner', 'bound', 'PROJECT.LIST')
    await limitToEntities(form)
    await expect(alerts(form)).toContainText('You can’t add a place because the types couldn’t be loaded.')
    await submit(form)
    await expect(form).toContainText('Add at least one place or choose “Everywhere you have these permissions”.')
    expect(sent(sandbox, 'POST', tokensPath)).toBe(0)
    await form.getByRole('button', { name: 'Try again' }).click()
    await addPlace(form, 'kliima', 'Läänemere kliimamudel')
    await submitAndReveal(page, form)
    expect((await sandbox.tokensOf('owner')).at(-1)?.bindings).toHaveLength(1)
  },
)

row(
  'row 21: if the types don’t arrive in time, a token without places has to be chosen explicitly',
  async ({ page, sandbox }) => {
    await page.clock.install()
    const release = sandbox.holdNext('GET', `${tokensPath}available_binding_targets/`)
    const form = await openFilled(page, 'owner', 'unbound', 'PROJECT.LIST')
    await limitToEntities(form)
    await waitForPreload(sandbox)
    await page.clock.fastForward(16_000)
    const alert = alerts(form)
    await expect(alert).toContainText('You can’t add a place because the types couldn’t be loaded.')
    await expect(alert).toContainText('Waldur took too long to respond.')
    await expect(placeSearch(form)).toHaveCount(0)
    await submit(form)
    await expect(form).toContainText('Add at least one place or choose “Everywhere you have these permissions”.')
    expect(sent(sandbox, 'POST', tokensPath)).toBe(0)
    await form.getByRole('radio', { name: 'Everywhere you have these permissions' }).check()
    await submitAndReveal(page, form)
    expect((await sandbox.tokensOf('owner')).at(-1)).toMatchObject({ name: 'unbound', bindings: [] })
    release()
  },
)
