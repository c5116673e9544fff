import type { Locator } from 'playwright/test'
import { expectAxeFindsNothing } from './axe.ts'
import {
  addRow,
  fillCreate,
  limitToEntities,
  openCreate,
  permission,
  pickEntity,
  submit,
  submitAndReveal,
  tickPermission,
} from './createSteps.ts'
import { expect, test } from './fixtures.ts'
import { readSecret, revealDialog, sent, tokenRow, tokensPath } from './steps.ts'

const preset = (form: Locator, name: string) =>
  form.getByRole('group', { name: 'Choose many at once' }).getByRole('button', { name, exact: true })

const chips = (form: Locator) => form.getByRole('group', { name: 'Selected permissions' }).getByRole('button')

const access = (where: Locator) => where.getByRole('table', { name: 'What works where' })

test('presets choose many at once, and say when the choice is one’s own', async ({ page }) => {
  const form = await openCreate(page, 'owner')
  await expect(preset(form, 'None')).toHaveAttribute('aria-pressed', 'true')
  await preset(form, 'Read only').click()
  await expect(permission(form, 'ORDER.LIST')).toBeChecked()
  await expect(permission(form, 'ORDER.CREATE')).not.toBeChecked()
  await expect(permission(form, 'SERVICE_PROVIDER.GET_API_SECRET_CODE')).not.toBeChecked()
  await expect(preset(form, 'Read only')).toHaveAttribute('aria-pressed', 'true')
  await tickPermission(form, 'ORDER.CREATE')
  await expect(preset(form, 'Custom')).toHaveAttribute('aria-pressed', 'true')
  await preset(form, 'All I can bind').click()
  await expect(permission(form, 'PROJECT.DELETE')).toBeChecked()
  await preset(form, 'None').click()
  await expect(chips(form)).toHaveCount(0)
})

test('a common job brings what it needs, and names what one does not hold', async ({ page }) => {
  const form = await openCreate(page, 'member')
  await form.getByRole('button', { name: 'For a common job…' }).click()
  await page.getByRole('menuitem', { name: 'Usage reports of a provider' }).click()
  await expect(chips(form)).toHaveText(['List resource'])
  await expect(form.getByRole('alert')).toContainText(
    'Not among the permissions that you can give: ORDER.LIST, RESOURCE.SET_USAGE and RESOURCE.SUBMIT_REPORT.',
  )
  await expectAxeFindsNothing(page, [])
})

test('a pasted list is added to the choice, and what is unknown in it is named', async ({ page }) => {
  const form = await openCreate(page, 'owner')
  await tickPermission(form, 'PROJECT.LIST')
  await form.getByRole('searchbox', { name: 'Search permissions' }).evaluate((field) => {
    const clipboardData = new DataTransfer()
    clipboardData.setData('text', 'ORDER.LIST,\nORDER.CREATE\nLIST_ORDERS')
    field.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }))
  })
  await expect(chips(form)).toHaveCount(3)
  await expect(form.getByRole('alert')).toContainText('Not among the permissions that you can give: LIST_ORDERS.')
})

test('what is dangerous is said in words', async ({ page }) => {
  const form = await openCreate(page, 'staff')
  await expect(permission(form, 'RESOURCE.TERMINATE')).toHaveAccessibleDescription(/Can delete( |$)/)
  await expect(permission(form, 'PROJECT.CREATE_PERMISSION')).toHaveAccessibleDescription(/Can give or take access/)
  await expect(permission(form, 'STAFF.ACCESS')).toHaveAccessibleDescription(/Global: cannot be limited to entities$/)
})

test('an entity in which nothing chosen works is named', async ({ page }) => {
  const form = await openCreate(page, 'roles')
  await fillCreate(form, 'watch', 'PROJECT.UPDATE')
  await limitToEntities(form)
  await pickEntity(await addRow(form, 1, 'Project'), 'drift', 'Drift og overvåking')
  await expect(form).toContainText('With your roles of today, each chosen permission works there.')
  await pickEntity(await addRow(form, 2, 'Project'), 'nord', 'Nordlysobservatoriet')
  await expect(form).toContainText(
    'With your roles of today, none of the chosen permissions works in Nordlysobservatoriet.',
  )
})

test('staff rights count for a token only with the permission for them', async ({ page }) => {
  const form = await openCreate(page, 'staff')
  await expect(permission(form, 'ORDER.LIST')).toHaveAccessibleDescription(/No effect for you today$/)
  await tickPermission(form, 'STAFF.ACCESS')
  await expect(permission(form, 'ORDER.LIST')).toHaveAccessibleDescription('ORDER.LIST')
})

test('a key to all of Waldur is framed, short-lived, and needs a tick', async ({ page, sandbox }) => {
  const form = await openCreate(page, 'staff')
  const frame = form.getByRole('group', { name: 'This token is a key to all of Waldur' })
  await expect(frame).toBeHidden()
  await fillCreate(form, 'root', 'STAFF.ACCESS')
  await expect(frame).toContainText('It cannot be limited to entities')
  await expect(form.getByRole('radio', { name: '7 days' })).toBeChecked()
  await submit(form)
  const tick = frame.getByRole('checkbox', { name: 'I know that it acts with my staff rights' })
  await expect(tick).toBeFocused()
  await expect(frame).toContainText('Tick this, or take the global permission out.')
  await expect(form.getByRole('alert')).toContainText('Please check: Global permission.')
  await expectAxeFindsNothing(page, [])
  expect(sent(sandbox, 'POST', tokensPath)).toBe(0)
  await tick.check()
  // What was understood of one is not said of another.
  await tickPermission(form, 'SUPPORT.ACCESS')
  await permission(form, 'SUPPORT.ACCESS').uncheck()
  await expect(tick).not.toBeChecked()
  await tick.check()
  await submitAndReveal(page, form)
  expect((await sandbox.tokensOf('staff')).at(-1)).toMatchObject({ name: 'root', scopes: ['STAFF.ACCESS'] })
})

test('a lifetime that was chosen is not shortened', async ({ page }) => {
  const form = await openCreate(page, 'staff')
  await form.getByRole('radio', { name: '90 days' }).check()
  await tickPermission(form, 'STAFF.ACCESS')
  await expect(form.getByRole('radio', { name: '90 days' })).toBeChecked()
})

test.describe('where Waldur offers permissions that nobody holds', () => {
  test.use({ sandboxOptions: { generation: 'seed' } })

  test('those without effect are marked, and can be chosen all the same', async ({ page, sandbox }) => {
    const form = await openCreate(page, 'member')
    await expect(permission(form, 'CUSTOMER.UPDATE')).toHaveAccessibleDescription(/No effect for you today$/)
    await expect(permission(form, 'RESOURCE.LIST')).toHaveAccessibleDescription('RESOURCE.LIST')
    await fillCreate(form, 'idle', 'CUSTOMER.UPDATE')
    await expect(form).toContainText('With your roles of today, this token could do nothing there.')
    await submitAndReveal(page, form)
    expect((await sandbox.tokensOf('member')).at(-1)?.scopes).toEqual(['CUSTOMER.UPDATE'])
  })
})

test('each permission in each entity: in the form, on the token’s page, and in what the server does', async ({
  origin,
  page,
  sandbox,
}) => {
  const form = await openCreate(page, 'roles')
  await fillCreate(form, 'report', 'RESOURCE.SET_USAGE')
  await tickPermission(form, 'PROJECT.UPDATE')
  await limitToEntities(form)
  await pickEntity(await addRow(form, 1, 'Project'), 'overv', 'Drift og overvåking')
  await expect(permission(form, 'PROPOSAL.MANAGE')).toHaveAccessibleDescription(/No effect in the chosen entities$/)
  await form.getByRole('button', { name: 'Show what works where' }).click()
  const rows = access(form).getByRole('row')
  await expect(rows).toHaveText([
    /^Permission\s*Drift og overvåkingProject$/,
    /^Set usage for resource.*not yours.*Not in your current roles$/,
    /^Update project$/,
  ])
  await expectAxeFindsNothing(page, [])
  const tick = rows.nth(2).getByRole('img', { name: 'Works here' })
  await tick.hover()
  await expect(page.getByRole('tooltip')).toHaveText('Through your role in Drift og overvåking')
  await submitAndReveal(page, form)
  const secret = await readSecret(page)
  const project = await sandbox.entity('project', 'Drift og overvåking')
  const renamed = await fetch(`${origin}/api/projects/${project.uuid}/`, {
    method: 'PATCH',
    headers: { Authorization: `Bearer ${secret}`, 'Content-Type': 'application/json' },
    body: JSON.stringify({ name: project.name }),
  })
  expect(renamed.status).toBe(200)
  await revealDialog(page).getByRole('checkbox', { name: 'I have stored it' }).check()
  await revealDialog(page).getByRole('button', { name: 'Done' }).click()
  await tokenRow(page, 'report').getByRole('link').first().click()
  await expect(access(page.getByRole('main')).getByRole('row', { name: /^Update project/ })).toBeVisible()
  await expect(access(page.getByRole('main')).getByRole('img', { name: 'Works here' })).toHaveCount(1)
  await expectAxeFindsNothing(page, [])
})
