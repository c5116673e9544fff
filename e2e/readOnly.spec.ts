import type { Locator } from 'playwright/test'
import { expectAxeFindsNothing } from './axe.ts'
import {
  addPlace,
  expectSelected,
  limitToEntities,
  openCreate,
  openFilled,
  removePlace,
  selectPermission,
  submit,
  submitAndReveal,
} from './createSteps.ts'
import { expect, test } from './fixtures.ts'
import { alerts } from './pageSteps.ts'
import { readSecret } from './revealSteps.ts'
import { sent, tokensPath } from './sandboxSteps.ts'

const tile = (form: Locator) => form.getByRole('button', { name: /^Read only/ })

test('the first template makes a token with one permission, which reads and changes nothing', async ({
  origin,
  page,
  sandbox,
}) => {
  const project = await sandbox.entity('project', 'Genomics')
  const form = await openCreate(page, 'manager')
  await form.getByRole('textbox', { name: 'Name' }).fill('grafana')
  const templates = form.getByRole('group', { name: 'Use a template' }).getByRole('button')
  await expect(templates.first()).toHaveAccessibleName(/^Read only/)
  await tile(form).click()
  await expect(tile(form)).toHaveAttribute('aria-pressed', 'true')
  await expectSelected(form, ['PROJECT.LIST'])
  await expect(form).toContainText(
    'A token needs a permission, so this adds “List projects”. By itself it opens nothing.',
  )
  await expect(form.getByRole('radio', { name: 'Everywhere you can see' })).toBeChecked()
  await limitToEntities(form)
  const row = await addPlace(form, 'genomics', 'Genomics')
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

test('another permission is added only for a place that would reject the first, and goes with the place', async ({
  page,
  sandbox,
}) => {
  const places = ['Genomics', 'Ilmaradar', 'Läänemere kliimamudel']
  const [first, second, third] = await Promise.all(places.map((name) => sandbox.entity('project', name)))
  await sandbox.setRoles('member', [
    { permissions: ['PROJECT.LIST', 'ORDER.CREATE'], type: 'project', uuid: first?.uuid ?? '' },
    { permissions: ['ORDER.LIST', 'CALL.LIST'], type: 'project', uuid: second?.uuid ?? '' },
    { permissions: ['PROJECT.UPDATE'], type: 'project', uuid: third?.uuid ?? '' },
  ])
  const form = await openCreate(page, 'member')
  await form.getByRole('textbox', { name: 'Name' }).fill('grafana')
  await tile(form).click()
  await limitToEntities(form)
  await addPlace(form, 'genomics', 'Genomics')
  await expectSelected(form, ['PROJECT.LIST'])
  await addPlace(form, 'ilma', 'Ilmaradar')
  await expectSelected(form, ['PROJECT.LIST', 'ORDER.LIST'])
  await expect(form).toContainText('so this adds “List projects and List orders”')
  await removePlace(form, 'Genomics').click()
  await expectSelected(form, ['ORDER.LIST'])

  // A place with neither permission is rejected before anything is sent.
  await addPlace(form, 'kliima', 'Läänemere kliimamudel')
  const rejection = 'Waldur rejects this place: you have none of these permissions there'
  await expect(removePlace(form, 'Läänemere kliimamudel')).toHaveAccessibleDescription(rejection)
  await submit(form)
  await expect(alerts(form)).toContainText('Check this field: Läänemere kliimamudel.')
  expect(sent(sandbox, 'POST', tokensPath)).toBe(0)
  await removePlace(form, 'Läänemere kliimamudel').click()
  await submitAndReveal(page, form)
  expect((await sandbox.tokensOf('member')).at(-1)).toMatchObject({
    scopes: ['ORDER.LIST'],
    bindings: [{ type: 'project', uuid: second?.uuid }],
  })
})

test('a note says that the selected permissions only read, and offers the template', async ({ page }) => {
  const form = await openFilled(page, 'owner', 'grafana', 'ORDER.LIST')
  await selectPermission(form, 'RESOURCE.LIST')
  const note = form.getByRole('note').filter({ hasText: 'Everything you selected follows your role' })
  await note.getByRole('button', { name: 'Use “Read only”' }).click()
  await expect(note).toHaveCount(0)
  await expect(tile(form)).toHaveAttribute('aria-pressed', 'true')
  await expect(form.getByRole('searchbox', { name: 'Search permissions' })).toBeFocused()
  await expectSelected(form, ['PROJECT.LIST'])
  await selectPermission(form, 'ORDER.CREATE')
  await expect(tile(form)).toHaveAttribute('aria-pressed', 'false')
  await expectSelected(form, ['PROJECT.LIST', 'ORDER.CREATE'])
})

test('a user without these permissions can have such a token, and read what every token can do', async ({
  page,
  sandbox,
}) => {
  const call = await sandbox.entity('call', 'HPC kevadvoor 2026')
  await sandbox.setRoles('member', [{ permissions: ['PROPOSAL.LIST'], type: 'call', uuid: call.uuid }])
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
  await form.getByRole('radio', { name: /^Everywhere/ }).check()

  await form.getByRole('textbox', { name: 'Name' }).fill('grafana')
  await tile(form).click()
  await expect(form).not.toContainText(/You don’t have th(is|ese) permission/)
  await submitAndReveal(page, form)
  expect((await sandbox.tokensOf('member')).at(-1)?.scopes).toEqual(['PROJECT.LIST'])
})
