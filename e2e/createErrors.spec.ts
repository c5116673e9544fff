import {
  addPlace,
  fillCreate,
  findPermission,
  limitToEntities,
  openCreate,
  openCreateFailing,
  openFilled,
  placeRow,
  removePlace,
  submit,
  submitAndReveal,
} from './createSteps.ts'
import { expect, test } from './fixtures.ts'
import { row } from './matrix.ts'
import { alerts } from './pageSteps.ts'
import { tokensPath } from './sandboxSteps.ts'

test('an error about a place is at its row, found by the uuid in Waldur’s message', async ({
  page,
  provoke,
  sandbox,
}) => {
  provoke(400)
  const form = await openFilled(page, 'owner', 'bound', 'PROJECT.LIST')
  await limitToEntities(form)
  await addPlace(form, 'kliima', 'Läänemere kliimamudel')
  await addPlace(form, 'keele', 'Keeletehnoloogia')
  const { uuid } = await sandbox.entity('project', 'Keeletehnoloogia')
  await sandbox.deleteEntity('project', uuid)
  await submit(form)
  const remove = removePlace(form, 'Keeletehnoloogia')
  await expect(remove).toHaveAccessibleDescription(/^project with uuid [0-9a-f-]{36} does not exist\.$/)
  await expect(remove).toBeFocused()
  await expect(placeRow(form, 'Läänemere kliimamudel')).not.toContainText('does not exist')
  await remove.click()
  await expect(removePlace(form, 'Läänemere kliimamudel')).toBeFocused()
  await submitAndReveal(page, form)
})

test('a limit of tokens learned from a rejection is shown before the next token', { tag: '@slow' }, async ({
  page,
  provoke,
  sandbox,
}) => {
  provoke(400)
  sandbox.settings.PAT_MAX_TOKENS_PER_USER = 8
  const form = await openCreate(page, 'owner')
  await expect(form).toContainText('7 active')
  await fillCreate(form, 'one-too-many', 'PROJECT.LIST')
  await submit(form)
  await expect(alerts(form)).toHaveCount(1)
  await form.getByRole('button', { name: 'Cancel' }).click()
  await form.getByRole('button', { name: 'Discard' }).click()
  await page.getByRole('button', { name: 'Create token', exact: true }).click()
  const note = form.getByRole('note').filter({ hasText: 'As far as this page knows' })
  await expect(note).toContainText(
    'Waldur allows at most 8 active tokens, and 8 of yours count. You can still try. spring-import has expired but still counts.',
  )
  // Nothing uses an expired token anymore, so one click makes room.
  await note.getByRole('button', { name: 'Revoke spring-import' }).click()
  await expect(note).toHaveCount(0)
  await fillCreate(form, 'the-eighth', 'PROJECT.LIST')
  await submitAndReveal(page, form)
})

test('whatever Waldur returns is shown at its part of the form, and nothing entered is lost', async ({
  page,
  provoke,
  sandbox,
}) => {
  provoke(400, 403, 429)
  const form = await openFilled(page, 'owner', 'kept', 'PROJECT.LIST')
  const reject = (status: number, body: unknown, headers = {}) =>
    sandbox.failNext('POST', tokensPath, { status, body, headers })
  for (const about of [{ non_field_errors: ['Expected a list of items.'] }, ['Expected a list without a uuid.']]) {
    reject(400, { allowed_scopes: about })
    await submit(form)
    const places = form.getByRole('group', { name: 'Where it works', exact: true })
    await expect(places).toContainText(Object.values(about).flat().join())
  }
  const alert = alerts(form)
  const detail = 'PAT management requires session or token authentication.'
  reject(403, { detail })
  await submit(form)
  await expect(alert).toContainText(detail)
  reject(429, { detail: 'Request was throttled.' }, { 'Retry-After': '2' })
  await submit(form)
  await expect(alert).toContainText('Waldur is limiting requests. Try again in')
  await expect(alert).toContainText('Try again now.')
  await expect(form.getByRole('textbox', { name: 'Name' })).toHaveValue('kept')
  await submitAndReveal(page, form)
})

row(
  'row 19: without the list of permissions nothing can be sent, and the rest is kept',
  async ({ page, provoke, sandbox }) => {
    provoke(500)
    const form = await openCreateFailing(page, sandbox, /available_scopes/)
    await form.getByRole('textbox', { name: 'Name' }).fill('kept')
    const alert = alerts(form)
    await expect(alert).toContainText('You can’t create a token because the permissions couldn’t be loaded.')
    await expect(form.getByRole('button', { name: 'Create token' })).toBeDisabled()
    await alert.getByRole('button', { name: 'Try again' }).click()
    await expect(await findPermission(form, 'PROJECT.LIST')).toBeVisible()
    await expect(form.getByRole('textbox', { name: 'Name' })).toHaveValue('kept')
    await fillCreate(form, 'kept', 'PROJECT.LIST')
    await submitAndReveal(page, form)
  },
)

row('row 20: a user without permissions sees a sentence, not an empty box', async ({ page }) => {
  const form = await openCreate(page, 'norole')
  await expect(form.getByRole('note').filter({ hasText: 'any permissions' })).toContainText(
    'You don’t have any permissions to give a token.',
  )
  await submit(form)
  await expect(form).toContainText('Select at least one permission.')
})

test('an account that may no longer create tokens sees what to do, once the form is closed', async ({
  page,
  provoke,
  sandbox,
}) => {
  provoke(400)
  const form = await openFilled(page, 'owner', 'ci', 'PROJECT.LIST')
  await sandbox.setUser('owner', { canUsePats: false })
  await submit(form)
  await expect(alerts(form)).toContainText('You are not allowed to create personal access tokens.')
  await form.getByRole('button', { name: 'Cancel' }).click()
  await page.getByRole('button', { name: 'Discard' }).click()
  await expect(page.getByRole('button', { name: 'Copy text to send' })).toBeVisible()
})
