import { expectAccessible } from './axe.ts'
import { openPlaces, placeOptions, placeRow } from './createSteps.ts'
import { expect, test } from './fixtures.ts'
import { sent } from './sandboxSteps.ts'

test('staff find places of all types at once, with their numbers, or of one type alone', async ({ page, sandbox }) => {
  const { form, field } = await openPlaces(page, 'staff')
  await field.fill('sigma')
  await expect(form.getByRole('group', { name: 'Organizations' }).getByRole('option')).toHaveText([/^Sigma2 AS/])
  const types = form.getByRole('group', { name: 'Only this type' }).getByRole('button')
  await expect(types.first()).toHaveAccessibleName(/^All \d+$/)
  await expect(types.filter({ hasText: 'Organizations' })).toHaveText('Organizations 1')
  await expectAccessible(page)
  // The keyboard gets to the types as well, and Escape leaves only the list.
  await field.press('Tab')
  await expect(types.first()).toBeFocused()
  await types.filter({ hasText: 'Call organizers' }).press('Enter')
  await expect(placeOptions(form)).toHaveText([/^Sigma2 AS/])
  await page.keyboard.press('Escape')
  await expect(placeOptions(form)).toHaveCount(0)
  await expect(field).toBeFocused()
  await field.press('ArrowDown')
  const organizer = form.getByRole('option', { name: 'Sigma2 AS, Call organizer' })
  await organizer.click()
  await field.press('Escape')
  await expect(placeRow(form, 'Sigma2 AS')).toContainText('Call organizer')
  await form.getByRole('button', { name: 'Create token' }).click()
  const { uuid } = await sandbox.entity('call_organizer', 'Sigma2 AS')
  await expect
    .poll(async () => (await sandbox.tokensOf('staff')).at(-1)?.bindings)
    .toEqual([{ type: 'call_organizer', uuid }])
})

test('a pasted uuid or URL finds its place', async ({ page, provoke, sandbox }) => {
  provoke(404)
  const { form, field } = await openPlaces(page, 'staff')
  const { uuid } = await sandbox.entity('resource', 'magnetometer-arkiv')
  await field.fill(uuid)
  await expect(placeOptions(form)).toHaveText([/^magnetometer-arkiv/])
  await field.fill(`https://waldur.test/api/marketplace-resources/${uuid}/`)
  await expect.poll(() => sent(sandbox, 'GET', `/api/marketplace-resources/${uuid}/`)).toBe(2)
  await expect(placeOptions(form)).toHaveText([/^magnetometer-arkiv/])
  expect(sent(sandbox, 'GET', `/api/projects/${uuid}/`)).toBe(1)
})

test('a type that fails is named, one that this Waldur server lacks is left out, and the others are found', async ({
  page,
  provoke,
  sandbox,
}) => {
  provoke(404, 500)
  const { form, field } = await openPlaces(page, 'staff')
  sandbox.failNext('GET', '/api/proposal-proposals/', { status: 404, body: '<h1>Not Found</h1>', times: 9 })
  sandbox.failNext('GET', /projects\/\?query=sigma/, { status: 500 })
  await field.fill('sigma')
  await expect(form.getByText('Couldn’t search projects.').first()).toBeVisible()
  await expect(form.getByRole('option', { name: /^Sigma2 AS/ }).first()).toBeVisible()
  await form.getByRole('button', { name: 'Try again' }).click()
  await expect(form.getByText('Couldn’t search')).toHaveCount(0)
  await expect(field).toBeFocused()
  await field.fill('rukki')
  await expect(form.getByText('No place matches “rukki”.', { exact: true }).first()).toBeVisible()
})

test('only the types that the permissions fit are searched', async ({ page, sandbox }) => {
  const { form, field } = await openPlaces(page, 'member', 'ORDER.CREATE')
  await expect(field).toHaveAttribute('placeholder', 'Project, resource …')
  await field.click()
  await expect(form.getByRole('group', { name: 'Inside them' })).toContainText('éphémérides')
  expect(sent(sandbox, 'GET', '/api/customers/')).toBe(0)
  await field.fill('rukki')
  await expect(form.getByText('You only see places you have access to.').first()).toContainText(
    'No place matches “rukki”.',
  )
})
