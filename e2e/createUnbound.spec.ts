import {
  acceptStaff,
  addRow,
  entityField,
  entityRow,
  fillCreate,
  limitToEntities,
  openCreate,
  pickEntity,
  submit,
  submitAndReveal,
  tickPermission,
} from './createSteps.ts'
import { expect, test } from './fixtures.ts'
import { row } from './matrix.ts'
import { runClockUntil } from './pageSteps.ts'
import { revealDialog } from './revealSteps.ts'
import { sent, statusOf, tokensPath } from './sandboxSteps.ts'

test('a global permission and entities exclude each other, and neither is dropped', async ({ page, sandbox }) => {
  const form = await openCreate(page, 'staff')
  await fillCreate(form, 'root', 'STAFF.ACCESS')
  await acceptStaff(form)
  await limitToEntities(form)
  const conflict = /STAFF\.ACCESS is global and can’t be limited to places\./
  await expect(form.getByRole('alert')).toHaveText(conflict)
  await submit(form)
  await expect(
    form.getByRole('alert').filter({ hasText: 'Not created yet. Please check: Where it works.' }),
  ).toBeVisible()
  expect(sent(sandbox, 'POST', tokensPath)).toBe(0)
  await form.getByRole('radio', { name: 'Everywhere', exact: true }).check()
  await expect(form).toContainText('root will be able to use staff-only views until')
  await submitAndReveal(page, form)
  expect((await sandbox.tokensOf('staff')).at(-1)).toMatchObject({ scopes: ['STAFF.ACCESS'], bindings: [] })
})

test('entities chosen before a global permission stay, marked as not sent', async ({ page, sandbox }) => {
  const form = await openCreate(page, 'staff')
  await fillCreate(form, 'root', 'PROJECT.LIST')
  await limitToEntities(form)
  await pickEntity(await addRow(form, 1, 'Project'), 'kliima', 'Läänemere kliimamudel')
  await tickPermission(form, 'STAFF.ACCESS')
  await expect(entityRow(form, 1)).toContainText('not sent: STAFF.ACCESS is global')
  await expect(entityField(entityRow(form, 1))).toHaveValue('Läänemere kliimamudel')
  await submit(form)
  await form.getByRole('button', { name: 'Remove Use staff-only views' }).click()
  await submitAndReveal(page, form)
  expect((await sandbox.tokensOf('staff')).at(-1)?.bindings).toHaveLength(1)
})

test('a restriction that Waldur dropped is said, and the token can be revoked there', async ({
  origin,
  page,
  sandbox,
}) => {
  const loose = await sandbox.createToken('owner', { name: 'bound' })
  const form = await openCreate(page, 'owner')
  await fillCreate(form, 'bound', 'PROJECT.LIST')
  await limitToEntities(form)
  await pickEntity(await addRow(form, 1, 'Project'), 'kliima', 'Läänemere kliimamudel')
  const dates = { expires_at: '2099-01-01T00:00:00Z', created: '2026-01-01T00:00:00Z' }
  const body = { uuid: loose.uuid, name: 'bound', token: loose.token, scopes: ['PROJECT.LIST'], ...dates }
  sandbox.failNext('POST', tokensPath, { status: 201, body })
  const reveal = await submitAndReveal(page, form)
  await expect(reveal.getByRole('alert')).toContainText('Waldur did not keep your restriction')
  await expect(reveal.getByRole('alert')).toContainText('works everywhere your permissions reach')
  expect(await statusOf(origin, `Bearer ${loose.token}`)).toBe(200)
  await reveal.getByRole('button', { name: 'Revoke this token' }).click()
  await expect(reveal.getByRole('alert')).toHaveText('This token is revoked. Its secret is worthless now.')
  expect(await statusOf(origin, `Bearer ${loose.token}`)).toBe(401)
  await expect(revealDialog(page)).toBeVisible()
})

test('an answer of which the places cannot be read says neither that they are kept nor that they are lost', async ({
  page,
  sandbox,
}) => {
  const issued = await sandbox.createToken('owner', { name: 'bound' })
  const form = await openCreate(page, 'owner')
  await fillCreate(form, 'bound', 'PROJECT.LIST')
  await limitToEntities(form)
  await pickEntity(await addRow(form, 1, 'Project'), 'kliima', 'Läänemere kliimamudel')
  const body = { uuid: issued.uuid, token: issued.token, allowed_scopes: [null], allowed_networks: [] }
  sandbox.failNext('POST', tokensPath, { status: 201, body })
  const reveal = await submitAndReveal(page, form)
  await expect(reveal.getByRole('alert')).toHaveText(
    /^Waldur’s response doesn’t say whether this token is limited as you asked/,
  )
})

row('row 22: an entity that no chosen permission fits is explained, and not sent', async ({ page, sandbox }) => {
  const form = await openCreate(page, 'roles')
  await fillCreate(form, 'review', 'PROPOSAL.MANAGE')
  await tickPermission(form, 'CALL.LIST')
  await limitToEntities(form)
  const proposal = await addRow(form, 1, 'Proposal')
  await pickEntity(proposal, 'nordlys', 'Nordlys i sanntid')
  await tickPermission(form, 'PROPOSAL.MANAGE', false)
  const misfit = 'None of the selected permissions can be limited to this type.'
  await expect(proposal).toContainText(misfit)
  await submit(form)
  await expect(proposal.getByRole('combobox', { name: 'Type' })).toHaveAccessibleDescription(new RegExp(`^${misfit}`))
  expect(sent(sandbox, 'POST', tokensPath)).toBe(0)
  await tickPermission(form, 'PROPOSAL.MANAGE')
  await expect(proposal).not.toContainText(misfit)
  await submitAndReveal(page, form)
  expect((await sandbox.tokensOf('roles')).at(-1)?.bindings).toHaveLength(1)
})

row(
  'row 21: without the list of types nothing is created unrestricted by mistake',
  async ({ page, provoke, sandbox }) => {
    provoke(500)
    sandbox.failNext('GET', `${tokensPath}available_binding_targets/`, { status: 500, times: 2 })
    const form = await openCreate(page, 'owner')
    await fillCreate(form, 'bound', 'PROJECT.LIST')
    await limitToEntities(form)
    await expect(form.getByRole('alert')).toContainText('You can’t add a place because the types couldn’t be loaded.')
    await submit(form)
    await expect(form).toContainText('Add at least one place or choose “Everywhere you have these permissions”.')
    expect(sent(sandbox, 'POST', tokensPath)).toBe(0)
    await form.getByRole('button', { name: 'Try again' }).click()
    await pickEntity(await addRow(form, 1, 'Project'), 'kliima', 'Läänemere kliimamudel')
    await submitAndReveal(page, form)
    expect((await sandbox.tokensOf('owner')).at(-1)?.bindings).toHaveLength(1)
  },
)

row('row 21: without an answer on types a token for everywhere takes a choice', async ({ page, sandbox }) => {
  await page.clock.install()
  const release = sandbox.holdNext('GET', `${tokensPath}available_binding_targets/`)
  const form = await openCreate(page, 'owner')
  await fillCreate(form, 'unbound', 'PROJECT.LIST')
  await limitToEntities(form)
  await runClockUntil(page, form, 'You can’t add a place because the types couldn’t be loaded.')
  await expect(form.getByRole('alert')).toContainText('Waldur did not answer in time.')
  await expect(form.getByRole('button', { name: 'Add place' })).toHaveCount(0)
  await submit(form)
  await expect(form).toContainText('Add at least one place or choose “Everywhere you have these permissions”.')
  expect(sent(sandbox, 'POST', tokensPath)).toBe(0)
  await form.getByRole('radio', { name: 'Everywhere you have these permissions' }).check()
  await submitAndReveal(page, form)
  expect((await sandbox.tokensOf('owner')).at(-1)).toMatchObject({ name: 'unbound', bindings: [] })
  release()
})
