import type { Locator } from 'playwright/test'
import { expectAxeFindsNothing } from './axe.ts'
import {
  addRow,
  entityField,
  fillCreate,
  limitToEntities,
  openCreate,
  pickEntity,
  submit,
  submitAndReveal,
  tickPermission,
} from './createSteps.ts'
import { expect, test } from './fixtures.ts'
import { readSecret } from './revealSteps.ts'
import { sent, tokensPath } from './sandboxSteps.ts'

const tile = (form: Locator) => form.getByRole('button', { name: /^Read only/ })

const chips = (form: Locator) => form.getByRole('group', { name: 'Selected permissions' }).getByRole('button')

test('read only is the first job: one permission, a token that reads and changes nothing', async ({
  origin,
  page,
  sandbox,
}) => {
  const project = await sandbox.entity('project', 'Genomics')
  const form = await openCreate(page, 'manager')
  await form.getByRole('textbox', { name: 'Name' }).fill('grafana')
  const jobs = form.getByRole('group', { name: 'Use a template' }).getByRole('button')
  await expect(jobs.first()).toHaveAccessibleName(/^Read only/)
  await tile(form).click()
  await expect(tile(form)).toHaveAttribute('aria-pressed', 'true')
  await expect(chips(form)).toHaveText(['List project'])
  await expect(form).toContainText(
    'A token needs a permission, so this adds “List project”. By itself it opens nothing.',
  )
  await expect(form.getByRole('radio', { name: 'Everywhere you can see' })).toBeChecked()
  await limitToEntities(form)
  const row = await addRow(form, 1, 'Project')
  await pickEntity(row, 'genomics', 'Genomics')
  await expect(row.getByText('reads', { exact: true })).toBeVisible()
  await expect(form.getByRole('group', { name: 'It reads' })).toHaveText(
    /In Genomics.*Everywhere you can see them.*Orders, invoices, users and roles\./,
  )
  await expect(form).toContainText('grafana will be able to read everything you can see in Genomics')
  await expectAxeFindsNothing(page, [])
  await submitAndReveal(page, form)
  const headers = { Authorization: `Bearer ${await readSecret(page)}`, 'Content-Type': 'application/json' }
  const read = await fetch(`${origin}/api/projects/${project.uuid}/`, { headers })
  expect(read.status).toBe(200)
  const changed = await fetch(`${origin}/api/projects/${project.uuid}/`, {
    method: 'PATCH',
    headers,
    body: JSON.stringify({ name: project.name }),
  })
  expect(changed.status).toBe(403)
  expect((await sandbox.tokensOf('manager')).at(-1)?.scopes).toEqual(['PROJECT.LIST'])
})

test('another permission is taken only for a place that refuses the first, and goes with it', async ({
  page,
  sandbox,
}) => {
  const [first, second] = [await sandbox.entity('project', 'Genomics'), await sandbox.entity('project', 'Ilmaradar')]
  await sandbox.setRoles('member', [
    { permissions: ['PROJECT.LIST', 'ORDER.CREATE'], type: 'project', uuid: first.uuid },
    { permissions: ['ORDER.LIST', 'CALL.LIST'], type: 'project', uuid: second.uuid },
  ])
  const form = await openCreate(page, 'member')
  await form.getByRole('textbox', { name: 'Name' }).fill('grafana')
  await tile(form).click()
  await limitToEntities(form)
  await pickEntity(await addRow(form, 1, 'Project'), 'genomics', 'Genomics')
  await expect(chips(form)).toHaveText(['List project'])
  await pickEntity(await addRow(form, 2, 'Project'), 'ilma', 'Ilmaradar')
  await expect(chips(form)).toHaveText(['List project', 'List order'])
  await expect(form).toContainText('so this adds “List project and List order”')
  await form.getByRole('button', { name: 'Remove place 1' }).click()
  await expect(chips(form)).toHaveText(['List order'])
  await submitAndReveal(page, form)
  expect((await sandbox.tokensOf('member')).at(-1)).toMatchObject({
    scopes: ['ORDER.LIST'],
    bindings: [{ type: 'project', uuid: second.uuid }],
  })
})

test('a place that takes no such permission is refused before it is sent', async ({ page, sandbox }) => {
  const [first, second] = [await sandbox.entity('project', 'Genomics'), await sandbox.entity('project', 'Ilmaradar')]
  await sandbox.setRoles('member', [
    { permissions: ['PROJECT.LIST'], type: 'project', uuid: first.uuid },
    { permissions: ['PROJECT.UPDATE'], type: 'project', uuid: second.uuid },
  ])
  const form = await openCreate(page, 'member')
  await form.getByRole('textbox', { name: 'Name' }).fill('grafana')
  await tile(form).click()
  await limitToEntities(form)
  const row = await addRow(form, 1, 'Project')
  await pickEntity(row, 'ilma', 'Ilmaradar')
  const rejection = 'Waldur rejects this place: you have none of these permissions there'
  await expect(entityField(row)).toHaveAccessibleDescription(rejection)
  await submit(form)
  await expect(form.getByRole('alert')).toContainText('Please check: Place 1.')
  expect(sent(sandbox, 'POST', tokensPath)).toBe(0)
  await pickEntity(row, 'genomics', 'Genomics')
  await submitAndReveal(page, form)
})

test('permissions that all follow the role are said to only read, and lead to the job', async ({ page }) => {
  const form = await openCreate(page, 'owner')
  await fillCreate(form, 'grafana', 'ORDER.LIST')
  await tickPermission(form, 'RESOURCE.LIST')
  const note = form.getByRole('note').filter({ hasText: 'Everything you selected follows your role' })
  await note.getByRole('button', { name: 'Use “Read only”' }).click()
  await expect(note).toHaveCount(0)
  await expect(tile(form)).toHaveAttribute('aria-pressed', 'true')
  await expect(chips(form)).toHaveText(['List project'])
  await expect(form.getByRole('searchbox', { name: 'Search permissions' })).toBeFocused()
  await tickPermission(form, 'ORDER.CREATE')
  await expect(tile(form)).toHaveAttribute('aria-pressed', 'false')
  await expect(chips(form)).toHaveText(['List project', 'Create order'])
})

test('whoever has no such permission can have a token that only reads all the same', async ({ page, sandbox }) => {
  const call = await sandbox.entity('call', 'HPC kevadvoor 2026')
  await sandbox.setRoles('member', [{ permissions: ['PROPOSAL.LIST'], type: 'call', uuid: call.uuid }])
  const form = await openCreate(page, 'member')
  await form.getByRole('textbox', { name: 'Name' }).fill('grafana')
  await tile(form).click()
  await expect(form).not.toContainText('You do not hold these')
  await submitAndReveal(page, form)
  expect((await sandbox.tokensOf('member')).at(-1)?.scopes).toEqual(['PROJECT.LIST'])
})

test('what every token can do is said once, on asking', async ({ page }) => {
  const form = await openCreate(page, 'member')
  await form.getByRole('button', { name: 'What every token can do' }).click()
  await expect(form.getByRole('listitem')).toHaveText([
    'Read what you can see.',
    'Change your profile and email, and add SSH keys and webhooks.',
    'Sign you out of Waldur.',
    /^Do what you can do in parts of Waldur that check only your role/,
  ])
  await limitToEntities(form)
  await expect(form.getByRole('listitem').first()).toContainText('Its places limit this for 9 types')
  await expectAxeFindsNothing(page, [])
})
