import {
  addPlace,
  limitToEntities,
  openFilled,
  openPlaces,
  placeOptions,
  placeRow,
  placeSearch,
  removePlace,
  submit,
  submitAndReveal,
} from './createSteps.ts'
import { createForm } from './dialogSteps.ts'
import { expect, test } from './fixtures.ts'
import { tokenRow } from './listSteps.ts'
import { alerts } from './pageSteps.ts'
import { readSecret, storeAndClose } from './revealSteps.ts'
import { sent, statusOf, tokensPath } from './sandboxSteps.ts'
import { signIn } from './sessionSteps.ts'

test('several places are sent, a draft among them, but not a removed one', async ({
  origin,
  page,
  provoke,
  sandbox,
}) => {
  // The public list, which is requested first for the example call, has no drafts.
  provoke(404)
  const form = await openFilled(page, 'staff', 'bound', 'PROJECT.LIST')
  await limitToEntities(form)
  await addPlace(form, 'quantum', 'Quantum Testbed')
  await expect(form).toContainText('in Quantum Testbed (offering) until')
  await addPlace(form, 'keele', 'Keeletehnoloogia')
  await addPlace(form, 'sigma', 'Sigma2 AS', 'Organization')
  await removePlace(form, 'Keeletehnoloogia').click()
  await expect(removePlace(form, 'Sigma2 AS')).toBeFocused()
  await expect(placeRow(form, 'Keeletehnoloogia')).toHaveCount(0)
  await submitAndReveal(page, form)
  expect(await statusOf(origin, `Bearer ${await readSecret(page)}`)).toBe(200)
  expect((await sandbox.tokensOf('staff')).at(-1)?.bindings).toEqual([
    { type: 'offering', uuid: (await sandbox.entity('offering', 'Quantum Testbed')).uuid },
    { type: 'customer', uuid: (await sandbox.entity('customer', 'Sigma2 AS')).uuid },
  ])
  await storeAndClose(page)
  await expect(tokenRow(page, 'bound')).toContainText('Quantum Testbed')
})

test('a place is added, and removed by picking it again, in one list that stays open', async ({ page, sandbox }) => {
  const { form, field } = await openPlaces(page, 'owner', 'ORDER.LIST')
  await field.click()
  await field.press('ArrowDown')
  await field.press('Enter')
  await expect(placeRow(form, 'Tartu Ülikool')).toBeVisible()
  // The shortcut submits what is on the screen, and doesn't pick the option as well.
  await form.getByRole('textbox', { name: 'Name' }).fill('')
  await field.click()
  await field.press('ArrowDown')
  await field.press('Control+Enter')
  await expect(alerts(form)).toContainText('Check this field: Name')
  await expect(placeRow(form, 'Tartu Ülikool')).toBeVisible()
  await form.getByRole('textbox', { name: 'Name' }).fill('bound')
  await field.click()
  await field.press('ArrowDown')
  await field.press('Enter')
  await expect(placeRow(form, 'Tartu Ülikool')).toHaveCount(0)
  await field.fill('magneto')
  const resource = form.getByRole('option', { name: /^magnetometer-arkiv, Resource in / })
  await resource.click()
  await expect(resource).toHaveAttribute('aria-selected', 'true')
  await expect(resource).toHaveAccessibleName(/, added/)
  await expect(
    page.getByRole('status').filter({ hasText: /^magnetometer-arkiv, Resource in .*, added$/ }),
  ).toBeVisible()
  // The next letter begins another search, and a search that found its place ends with the list.
  await page.keyboard.type('kliima')
  await placeOptions(form).filter({ hasText: 'Läänemere kliimamudel' }).click()
  await field.press('Escape')
  await expect(placeSearch(form)).toHaveValue('')
  await removePlace(form, 'magnetometer-arkiv').click()
  await removePlace(form, 'Läänemere kliimamudel').click()
  await expect(field).toBeFocused()
  await addPlace(form, 'magneto', 'magnetometer-arkiv')
  await submitAndReveal(page, form)
  const { uuid } = await sandbox.entity('resource', 'magnetometer-arkiv')
  expect((await sandbox.tokensOf('owner')).at(-1)?.bindings).toEqual([{ type: 'resource', uuid }])
})

test('without a place, or with one only searched for, no token without restriction is made', async ({
  page,
  sandbox,
}) => {
  const { form, field } = await openPlaces(page, 'owner')
  await field.fill('kliima')
  await submit(form)
  await expect(field).toHaveAccessibleDescription(
    'Add at least one place or choose “Everywhere you have these permissions”.',
  )
  await expect(field).toBeFocused()
  await expect(field).toHaveValue('kliima')
  expect(sent(sandbox, 'POST', tokensPath)).toBe(0)
  await addPlace(form, 'läänemere', 'Läänemere kliimamudel')
  await expect(field).toHaveAccessibleDescription('')
})

test('many places are folded, except for those where least works and the one added last', async ({ page, sandbox }) => {
  const names = [
    'Genomics',
    'Keeletehnoloogia',
    'Läänemere kliimamudel',
    'Nordlysobservatoriet',
    'Havforskning i Barentshavet',
  ]
  const projects = await Promise.all(names.map((name) => sandbox.entity('project', name)))
  const binds = projects.map(({ uuid }) => `bind=project:${uuid}`).join('&')
  await signIn(page, 'owner', `/tokens/new#name=many&scopes=PROJECT.UPDATE&${binds}`)
  const form = createForm(page)
  const rows = form.getByRole('list', { name: 'Selected places' }).getByRole('button', { name: /^Remove / })
  await expect(rows).toHaveCount(5)
  await addPlace(form, 'ulikool', 'Tartu Ülikool', 'Organization')
  const fold = form.getByRole('button', { name: /^2 more places / })
  await expect(fold).toHaveAttribute('aria-expanded', 'false')
  await expect(rows).toHaveCount(4)
  await fold.click()
  await expect(rows).toHaveCount(6)
  // A rejection may concern any of them.
  await form.getByRole('textbox', { name: 'Name' }).clear()
  await form.getByRole('button', { name: 'Show fewer places' }).click()
  await submit(form)
  await expect(rows).toHaveCount(6)
})
