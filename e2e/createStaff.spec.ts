import type { Locator } from 'playwright/test'
import { expectAxeFindsNothing } from './axe.ts'
import {
  acceptStaff,
  addPlace,
  fillCreate,
  findPermission,
  openCreate,
  openFilled,
  placeRow,
  placeSearch,
  selectPermission,
  submit,
  submitAndReveal,
} from './createSteps.ts'
import { expect, test } from './fixtures.ts'
import { alerts } from './pageSteps.ts'
import { readSecret, storeAndClose } from './revealSteps.ts'
import { sent, tokensPath } from './sandboxSteps.ts'

const frame = (form: Locator) => form.getByRole('group', { name: 'This token works in all of Waldur' })

test('a staff token that works in all of Waldur is framed, short-lived, and needs a confirmation', async ({
  origin,
  page,
  sandbox,
}) => {
  const form = await openCreate(page, 'staff')
  await expect(frame(form)).toBeHidden()
  await expect(form.getByRole('radio', { name: 'Everywhere', exact: true })).toHaveAccessibleDescription(
    'As staff, in every organization, project and resource',
  )
  // Only what Waldur never checks for a token has no effect for staff.
  await expect(await findPermission(form, 'ORDER.CANCEL')).toHaveAccessibleDescription(/^Cancel orders that/)
  await expect(form.getByText('Not in your current roles')).toHaveCount(0)
  await fillCreate(form, 'cleanup', 'PROJECT.UPDATE')
  await expect(frame(form)).toContainText('You’re staff, so its permissions need no role.')
  await expect(form.getByRole('radio', { name: '7 days' })).toBeChecked()
  await expect(form).toContainText('7 days, because it works in all of Waldur')
  await submit(form)
  const checkbox = frame(form).getByRole('checkbox', { name: 'I understand that it acts with my staff rights' })
  await expect(checkbox).toBeFocused()
  await expect(checkbox).toHaveAccessibleDescription('Check this box or limit the token to places.')
  await expect(alerts(form)).toContainText('Check this field: Staff rights.')
  expect(sent(sandbox, 'POST', tokensPath)).toBe(0)
  await expectAxeFindsNothing(page, [])
  await checkbox.check()
  await submitAndReveal(page, form)
  const project = await sandbox.entity('project', 'Ilmaradar')
  const renamed = await fetch(`${origin}/api/projects/${project.uuid}/`, {
    method: 'PATCH',
    headers: { Authorization: `Bearer ${await readSecret(page)}`, 'Content-Type': 'application/json' },
    body: JSON.stringify({ name: project.name }),
  })
  expect(renamed.status).toBe(200)
})

test('limited to a place it needs no confirmation, and a note says what it can do beyond', async ({
  page,
  sandbox,
}) => {
  const form = await openFilled(page, 'staff', 'cleanup', 'PROJECT.UPDATE')
  const limit = frame(form).getByRole('button', { name: 'Limit it to places' })
  await limit.click()
  await expect(frame(form)).toBeHidden()
  await expect(placeSearch(form)).toBeFocused()
  const row = await addPlace(form, 'ilma', 'Ilmaradar')
  await expect(row.getByText('1 of 1 works')).toBeVisible()
  await expect(form.getByRole('note')).toContainText('need no role in these places')
  await form.getByRole('radio', { name: 'Everywhere', exact: true }).check()
  await limit.click()
  await expect(placeRow(form, 'Ilmaradar')).toBeVisible()
  await submitAndReveal(page, form)
  expect((await sandbox.tokensOf('staff')).at(-1)?.bindings).toHaveLength(1)
})

test('a staff token that only reads needs no confirmation, and keeps the lifetime that was chosen', async ({
  page,
}) => {
  const form = await openCreate(page, 'staff')
  const chosen = form.getByRole('radio', { name: '90 days' })
  await chosen.check()
  await fillCreate(form, 'grafana', 'STAFF.ACCESS')
  await expect(chosen).toBeChecked()
  await expect(form).not.toContainText('7 days, because')
  await selectPermission(form, 'STAFF.ACCESS', false)
  await form.getByRole('button', { name: /^Read only/ }).click()
  await expect(form.getByRole('note')).toHaveText(
    'You’re staff, so it can also create organizations and may be able to change users.',
  )
  await expect(frame(form)).toBeHidden()
  await submitAndReveal(page, form)
})

test('staff-only views are framed, short-lived, and need a confirmation', async ({ page, sandbox }) => {
  const form = await openCreate(page, 'staff')
  const views = form.getByRole('group', { name: 'This token opens staff-only views' })
  await expect(views).toBeHidden()
  await fillCreate(form, 'root', 'STAFF.ACCESS')
  await expect(views).toContainText('It can’t be limited to places.')
  await expect(form).toContainText('It doesn’t let the token act in organizations, projects or resources.')
  await expect(form.getByRole('radio', { name: '7 days' })).toBeChecked()
  await submit(form)
  const checkbox = views.getByRole('checkbox', { name: 'I understand that it acts with my staff rights' })
  await expect(checkbox).toBeFocused()
  await expect(views).toContainText('Check this box or remove the global permission.')
  await expect(alerts(form)).toContainText('Check this field: Global permission.')
  await expectAxeFindsNothing(page, [])
  expect(sent(sandbox, 'POST', tokensPath)).toBe(0)
  await checkbox.check()
  // It is asked again when the global permissions change.
  await selectPermission(form, 'SUPPORT.ACCESS')
  await expect(checkbox).not.toBeChecked()
  await selectPermission(form, 'SUPPORT.ACCESS', false)
  await submitAndReveal(page, form)
  expect((await sandbox.tokensOf('staff')).at(-1)).toMatchObject({ name: 'root', scopes: ['STAFF.ACCESS'] })
  await storeAndClose(page)

  // Other permissions don't need them, and one click removes them.
  await page.getByRole('button', { name: 'Create token', exact: true }).click()
  await fillCreate(form, 'project', 'STAFF.ACCESS')
  await selectPermission(form, 'PROJECT.UPDATE')
  await expect(form).toContainText('Your other permissions work in all of Waldur without it.')
  await form.getByRole('button', { name: 'Remove staff-only views' }).click()
  await expect(views).toBeHidden()
  await expect(form.getByRole('searchbox', { name: 'Search permissions' })).toBeFocused()
  await acceptStaff(form)
  await submitAndReveal(page, form)
  expect((await sandbox.tokensOf('staff')).at(-1)?.scopes).toEqual(['PROJECT.UPDATE'])
})

test('support views are framed with what they open', async ({ page, sandbox }) => {
  const form = await openFilled(page, 'support', 'stats', 'SUPPORT.ACCESS')
  const views = form.getByRole('group', { name: 'This token opens support views' })
  await expect(form).toContainText('Support rights alone change nothing that needs a permission.')
  await expect(await findPermission(form, 'SUPPORT.ACCESS')).toHaveAccessibleDescription(
    'all of Waldur Statistics and messages to everyone, as in staff-only views',
  )
  await expect(form).toContainText('In all of Waldur, whatever your roles')
  await expect(form).not.toContainText('With your current roles')
  await views.getByRole('checkbox', { name: 'I understand that it acts with my support rights' }).check()
  await submitAndReveal(page, form)
  expect((await sandbox.tokensOf('support')).at(-1)?.scopes).toEqual(['SUPPORT.ACCESS'])
})
