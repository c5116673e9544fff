import {
  addRow,
  chooseType,
  entityField,
  entityRow,
  fillCreate,
  limitToEntities,
  openCreate,
  pickEntity,
  submit,
  submitAndReveal,
} from './createSteps.ts'
import { expect, test } from './fixtures.ts'
import { tokenRow } from './listSteps.ts'
import { readSecret, storeAndClose } from './revealSteps.ts'
import { sent, statusOf, tokensPath } from './sandboxSteps.ts'

test('several places are sent, a draft among them, but not a removed one', async ({
  origin,
  page,
  provoke,
  sandbox,
}) => {
  // The public list, which is requested first for the example call, has no drafts.
  provoke(404)
  const form = await openCreate(page, 'staff')
  await fillCreate(form, 'bound', 'PROJECT.LIST')
  await limitToEntities(form)
  await pickEntity(await addRow(form, 1, 'Offering'), 'quantum', 'Quantum Testbed')
  await expect(form).toContainText('in Quantum Testbed (offering) until')
  await pickEntity(await addRow(form, 2, 'Project'), 'keele', 'Keeletehnoloogia')
  await pickEntity(await addRow(form, 3, 'Organization'), 'sigma', 'Sigma2 AS')
  await form.getByRole('button', { name: 'Remove place 2' }).click()
  await expect(entityField(entityRow(form, 2))).toHaveValue('Sigma2 AS')
  await submitAndReveal(page, form)
  expect(await statusOf(origin, `Bearer ${await readSecret(page)}`)).toBe(200)
  expect((await sandbox.tokensOf('staff')).at(-1)?.bindings).toEqual([
    { type: 'offering', uuid: (await sandbox.entity('offering', 'Quantum Testbed')).uuid },
    { type: 'customer', uuid: (await sandbox.entity('customer', 'Sigma2 AS')).uuid },
  ])
  await storeAndClose(page)
  await expect(tokenRow(page, 'bound')).toContainText('Quantum Testbed')
})

test('an owner is offered the types below the owner’s roles, and another type clears the place', async ({
  origin,
  page,
  sandbox,
}) => {
  const form = await openCreate(page, 'owner')
  await fillCreate(form, 'bound', 'ORDER.LIST')
  await limitToEntities(form)
  await form.getByRole('button', { name: 'Add place' }).click()
  const row = entityRow(form, 1)
  await row.getByRole('combobox', { name: 'Type' }).click()
  await expect(page.getByRole('option')).toHaveText([
    'Any type',
    'Organization',
    'Project in your organizations',
    'Resource in your organizations',
    'Resource project in your organizations',
    'Offering in your organizations',
    'Service provider in your organizations',
    'Call-managing organisation in your organizations',
  ])
  await page.keyboard.press('Escape')
  await chooseType(row, 'Project')
  await pickEntity(row, 'kliima', 'Läänemere kliimamudel')
  await chooseType(row, 'Resource')
  await expect(entityField(row)).toHaveValue('')
  await expect(row).toContainText('The type changed, so “Läänemere kliimamudel” was cleared.')
  await submit(form)
  await expect(entityField(row)).toHaveAccessibleDescription('Choose a place from the list.')
  expect(sent(sandbox, 'POST', tokensPath)).toBe(0)
  await pickEntity(row, 'magneto', 'magnetometer-arkiv')
  await submitAndReveal(page, form)
  expect(await statusOf(origin, `Bearer ${await readSecret(page)}`)).toBe(200)
  const { uuid } = await sandbox.entity('resource', 'magnetometer-arkiv')
  expect((await sandbox.tokensOf('owner')).at(-1)?.bindings).toEqual([{ type: 'resource', uuid }])
})

test('an incomplete or repeated place never makes a token without restriction', async ({ page, sandbox }) => {
  const form = await openCreate(page, 'owner')
  await fillCreate(form, 'bound', 'PROJECT.LIST')
  await limitToEntities(form)
  await submit(form)
  await expect(form).toContainText('Add at least one place or choose “Everywhere you have these permissions”.')
  await form.getByRole('button', { name: 'Add place' }).click()
  const row = entityRow(form, 1)
  await submit(form)
  await expect(entityField(row)).toHaveAccessibleDescription('Choose a place from the list.')
  await expect(entityField(row)).toBeFocused()
  await chooseType(row, 'Project')
  await submit(form)
  await expect(entityField(row)).toHaveAccessibleDescription('Choose a place from the list.')
  await expect(entityField(row)).toBeFocused()
  await entityField(row).fill('kliima')
  await submit(form)
  await expect(form.getByRole('alert')).toContainText('The token wasn’t created. Check these fields: Place 1.')

  // Editing the name of a picked place clears it.
  await pickEntity(row, 'läänemere', 'Läänemere kliimamudel')
  await entityField(row).press('Backspace')
  await entityField(row).press('Tab')
  await submit(form)
  await expect(entityField(row)).toHaveAccessibleDescription('Choose a place from the list.')
  await pickEntity(row, 'kliima', 'Läänemere kliimamudel')

  const second = await addRow(form, 2, 'Project')
  await submit(form)
  await expect(entityField(second)).toHaveAccessibleDescription('Choose a place from the list.')
  await pickEntity(second, 'kliima', 'Läänemere kliimamudel')
  await submit(form)
  await expect(entityField(second)).toHaveAccessibleDescription('You’ve already added this place.')
  expect(sent(sandbox, 'POST', tokensPath)).toBe(0)
})
