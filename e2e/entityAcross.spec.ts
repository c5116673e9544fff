import { expectAccessible } from './axe.ts'
import { chooseType, openEntityRow } from './createSteps.ts'
import { expect, test } from './fixtures.ts'
import { sent } from './sandboxSteps.ts'

test('staff find a place of any type in one field, and its type is filled in', async ({ page, sandbox }) => {
  const { form, row, field } = await openEntityRow(page, 'staff')
  const type = row.getByRole('combobox', { name: 'Type' })
  await expect(field).toBeFocused()
  await expect(type).toHaveText('Any type')
  await field.fill('sigma')
  await expect(row.getByRole('group', { name: 'Organizations' }).getByRole('option')).toHaveText([/^Sigma2 AS/])
  await expect(row.getByRole('group', { name: 'Service providers' }).getByRole('option')).toHaveText([/^Sigma2 AS/])
  await expectAccessible(page)
  await field.press('ArrowDown')
  await field.press('Enter')
  await expect(field).toHaveValue('Sigma2 AS')
  await expect(field).toBeFocused()
  await expect(type).toHaveText('Organization')
  await field.press('Backspace')
  await expect(type).toHaveText('Any type')
  const organisers = row.getByRole('group', { name: 'Call-managing organisations' })
  await organisers.getByRole('option', { name: 'Sigma2 AS' }).click()
  await expect(type).toHaveText('Call-managing organisation')
  await form.getByRole('button', { name: 'Create token' }).click()
  const { uuid } = await sandbox.entity('call_organizer', 'Sigma2 AS')
  await expect
    .poll(async () => (await sandbox.tokensOf('staff')).at(-1)?.bindings)
    .toEqual([{ type: 'call_organizer', uuid }])
})

test('a type that fails is named, one that this Waldur lacks is left out, and the others are found', async ({
  page,
  provoke,
  sandbox,
}) => {
  provoke(404, 500)
  const { row, field } = await openEntityRow(page, 'staff')
  sandbox.failNext('GET', '/api/proposal-proposals/', { status: 404, body: '<h1>Not Found</h1>', times: 9 })
  sandbox.failNext('GET', /projects\/\?query=sigma/, { status: 500 })
  await field.fill('sigma')
  await expect(row).toContainText('Couldn’t search projects. Waldur has a problem and could not answer (500).')
  await expect(row.getByRole('option', { name: /^Sigma2 AS/ }).first()).toBeVisible()
  await row.getByRole('button', { name: 'Try again' }).click()
  await expect(row).not.toContainText('Couldn’t search')
  await field.fill('rukki')
  await expect(row).toContainText('No place matches “rukki”.')
  await chooseType(row, 'Proposal')
  await field.click()
  await expect(row.getByRole('alert')).toHaveText('This Waldur server has no proposals.')
})

test('only the types that the permissions fit are searched', async ({ page, sandbox }) => {
  const { row, field } = await openEntityRow(page, 'member', 'ORDER.CREATE')
  await field.click()
  await expect(row.getByRole('group', { name: 'Below your roles' })).toContainText('éphémérides')
  expect(sent(sandbox, 'GET', '/api/customers/')).toBe(0)
})
