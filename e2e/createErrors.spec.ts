import {
  addRow,
  entityField,
  entityRow,
  fillCreate,
  limitToEntities,
  openCreate,
  permission,
  pickEntity,
  submit,
  submitAndReveal,
} from './createSteps.ts'
import { expect, test } from './fixtures.ts'
import { enterPassword, sent, tokensPath } from './steps.ts'

test('what Waldur says about a field is said at that field, and no word is dropped', async ({
  page,
  provoke,
  sandbox,
}) => {
  provoke(400)
  const form = await openCreate(page, 'owner')
  await fillCreate(form, 'bound', 'PROJECT.LIST')
  await limitToEntities(form)
  await pickEntity(await addRow(form, 1, 'Project'), 'kliima', 'Läänemere kliimamudel')
  await pickEntity(await addRow(form, 2, 'Project'), 'keele', 'Keeletehnoloogia')
  sandbox.failNext('POST', tokensPath, {
    status: 400,
    body: {
      name: ['Name, says Waldur.'],
      scopes: { '0': ['Scope, says Waldur.'] },
      allowed_scopes: [{}, { type: ['Type, says Waldur.'], uuid: ['Uuid, says Waldur.'] }],
      expires_at: ['End, says Waldur.'],
      non_field_errors: ['Whole, says Waldur.'],
      something_new: ['New, says Waldur.'],
    },
  })
  await submit(form)
  await expect(form.getByRole('textbox', { name: 'Name' })).toHaveAccessibleDescription('Name, says Waldur.')
  await expect(form.getByRole('textbox', { name: 'Name' })).toBeFocused()
  await expect(form.getByRole('group', { name: 'Permissions', exact: true })).toContainText('Scope, says Waldur.')
  await expect(entityField(entityRow(form, 2))).toHaveAccessibleDescription('Uuid, says Waldur.')
  await expect(entityRow(form, 2)).toContainText('Type, says Waldur.')
  await expect(entityRow(form, 1)).not.toContainText('says Waldur.')
  await expect(form.getByRole('group', { name: 'Until', exact: true })).toContainText('End, says Waldur.')
  await expect(form.getByRole('alert').filter({ hasText: 'Whole, says Waldur.' })).toContainText('New, says Waldur.')
  await expect(form).toContainText('Please check: Name, Permissions, Entity 2 and Until.')
  // Nothing that was entered is lost, and the next try is not held up by the last one's errors.
  await submitAndReveal(page, form)
  expect((await sandbox.tokensOf('owner')).at(-1)?.bindings).toHaveLength(2)
})

test('an entity that Waldur names by its uuid is found by it', async ({ page, provoke, sandbox }) => {
  provoke(400)
  const form = await openCreate(page, 'owner')
  await fillCreate(form, 'bound', 'PROJECT.LIST')
  await limitToEntities(form)
  await pickEntity(await addRow(form, 1, 'Project'), 'kliima', 'Läänemere kliimamudel')
  await pickEntity(await addRow(form, 2, 'Project'), 'keele', 'Keeletehnoloogia')
  const { uuid } = await sandbox.entity('project', 'Keeletehnoloogia')
  await sandbox.deleteEntity('project', uuid)
  await submit(form)
  await expect(entityField(entityRow(form, 2))).toHaveAccessibleDescription(
    /^project with uuid [0-9a-f-]{36} does not exist\.$/,
  )
  await expect(entityField(entityRow(form, 2))).toBeFocused()
  await expect(entityRow(form, 1)).not.toContainText('does not exist')
  await form.getByRole('button', { name: 'Remove entity 2' }).click()
  await submitAndReveal(page, form)
})

test('an entity where one holds none of the permissions is refused at its row', async ({ page, provoke, sandbox }) => {
  provoke(400)
  const form = await openCreate(page, 'roles')
  // Held on a project, while the organization above carries another role.
  await fillCreate(form, 'bound', 'ORDER.LIST')
  await limitToEntities(form)
  await pickEntity(await addRow(form, 1, 'Project'), 'nord', 'Nordlysobservatoriet')
  await submit(form)
  await expect(entityField(entityRow(form, 1))).toHaveAccessibleDescription(
    /You do not hold any of the requested permissions on project [0-9a-f-]{36}\./,
  )
  expect((await sandbox.tokensOf('roles')).length).toBe(0)
})

for (const [what, body] of [
  ['a whole', { non_field_errors: ['Expected a list of items.'] }],
  ['a flat list without a uuid', ['Expected a list of items.']],
] as const) {
  test(`a complaint about the entities as ${what} stands with them`, async ({ page, provoke, sandbox }) => {
    provoke(400)
    const form = await openCreate(page, 'owner')
    await fillCreate(form, 'bound', 'PROJECT.LIST')
    sandbox.failNext('POST', tokensPath, { status: 400, body: { allowed_scopes: body } })
    await submit(form)
    await expect(form.getByRole('group', { name: 'Where', exact: true })).toContainText('Expected a list of items.')
  })
}

test('a lifetime beyond Waldur’s limit is said at the end, and a shorter one passes', async ({
  page,
  provoke,
  sandbox,
}) => {
  provoke(400)
  sandbox.settings.PAT_MAX_LIFETIME_DAYS = 10
  const form = await openCreate(page, 'owner')
  await fillCreate(form, 'timed', 'PROJECT.LIST')
  await submit(form)
  const until = form.getByRole('group', { name: 'Until', exact: true })
  await expect(until).toContainText('Expiration cannot exceed 10 days from now.')
  await form.getByRole('radio', { name: '7 days' }).check()
  await expect(until).not.toContainText('Expiration cannot exceed')
  await submitAndReveal(page, form)
})

test('at the limit of tokens Waldur’s sentence says how many, and what helps', async ({ page, provoke, sandbox }) => {
  provoke(400)
  sandbox.settings.PAT_MAX_TOKENS_PER_USER = 8
  const form = await openCreate(page, 'owner')
  await fillCreate(form, 'one-too-many', 'PROJECT.LIST')
  await submit(form)
  const alert = form.getByRole('alert')
  await expect(alert).toContainText('Maximum number of active tokens (8) reached.')
  await expect(alert).toContainText('Expired tokens count until Waldur has cleaned them up')
  await expect(alert).toBeFocused()
  await sandbox.runExpiryJob()
  await submitAndReveal(page, form)
})

test('a moment of one’s own beyond the limit is said at its field', async ({ page, provoke }) => {
  provoke(400)
  const form = await openCreate(page, 'owner')
  await fillCreate(form, 'x', 'PROJECT.LIST')
  await form.getByRole('radio', { name: 'Custom' }).check()
  await form.getByLabel('Date and time').fill('9999-12-31T23:59')
  await submit(form)
  await expect(form.getByLabel('Date and time')).toHaveAccessibleDescription(/Expiration cannot exceed 365 days/)
  await expect(form.getByLabel('Date and time')).toBeFocused()
})

test('403 is said, and nothing that was entered is lost', async ({ page, provoke, sandbox }) => {
  provoke(403)
  const form = await openCreate(page, 'owner')
  await fillCreate(form, 'kept', 'PROJECT.LIST')
  const detail = 'PAT management requires session or token authentication.'
  sandbox.failNext('POST', tokensPath, { status: 403, body: { detail } })
  await submit(form)
  await expect(form.getByRole('alert')).toContainText(detail)
  await expect(form.getByRole('textbox', { name: 'Name' })).toHaveValue('kept')
  await submitAndReveal(page, form)
})

test('a session that ends in the middle keeps the form, and sends nothing by itself', async ({
  page,
  provoke,
  sandbox,
}) => {
  provoke(401)
  const form = await openCreate(page, 'owner')
  await fillCreate(form, 'kept', 'PROJECT.LIST')
  await limitToEntities(form)
  await pickEntity(await addRow(form, 1, 'Project'), 'kliima', 'Läänemere kliimamudel')
  sandbox.failNext('POST', tokensPath, { status: 401, body: { detail: 'Token has expired.' } })
  await submit(form)
  await expect(page.getByRole('dialog', { name: 'Your session ended' })).toBeVisible()
  await enterPassword(page, 'owner')
  await expect(form.getByRole('alert')).toContainText('Your session ended. Sign in again.')
  await expect(form.getByRole('textbox', { name: 'Name' })).toHaveValue('kept')
  await expect(form.getByRole('button', { name: 'Remove List project' })).toBeVisible()
  await expect(entityField(entityRow(form, 1))).toHaveValue('Läänemere kliimamudel')
  expect(sent(sandbox, 'POST', tokensPath)).toBe(1)
  await submitAndReveal(page, form)
  expect(sent(sandbox, 'POST', tokensPath)).toBe(2)
})

test('without the list of permissions nothing can be sent, and the rest is kept', async ({
  page,
  provoke,
  sandbox,
}) => {
  provoke(500)
  sandbox.failNext('GET', `${tokensPath}available_scopes/`, { status: 500 })
  const form = await openCreate(page, 'owner')
  await form.getByRole('textbox', { name: 'Name' }).fill('kept')
  const alert = form.getByRole('alert')
  await expect(alert).toContainText('Without the list of permissions no token can be created.')
  await expect(form.getByRole('button', { name: 'Create token' })).toBeDisabled()
  await alert.getByRole('button', { name: 'Try again' }).click()
  await expect(permission(form, 'PROJECT.LIST')).toBeVisible()
  await expect(form.getByRole('textbox', { name: 'Name' })).toHaveValue('kept')
  await fillCreate(form, 'kept', 'PROJECT.LIST')
  await submitAndReveal(page, form)
})

test('nobody’s permissions are said to be none, not shown as an empty box', async ({ page }) => {
  const form = await openCreate(page, 'norole')
  await expect(form.getByRole('alert')).toContainText('You hold no permission that a token could carry.')
  await submit(form)
  await expect(form).toContainText('Choose at least one permission.')
})
