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
import { readSecret } from './revealSteps.ts'
import { sent, statusOf, tokensPath } from './sandboxSteps.ts'

test('staff bind a token to one offering, a draft', async ({ origin, page, provoke, sandbox }) => {
  // The public list, which is asked first for the example call, has no drafts.
  provoke(404)
  const form = await openCreate(page, 'staff')
  await fillCreate(form, 'bound', 'PROJECT.LIST')
  await limitToEntities(form)
  await pickEntity(await addRow(form, 1, 'Offering'), 'quantum', 'Quantum Testbed')
  await expect(form).toContainText('in Quantum Testbed (offering) until')
  const reveal = await submitAndReveal(page, form)
  expect(await statusOf(origin, `Bearer ${await readSecret(page)}`)).toBe(200)
  const { uuid } = await sandbox.entity('offering', 'Quantum Testbed')
  expect((await sandbox.tokensOf('staff')).at(-1)?.bindings).toEqual([{ type: 'offering', uuid }])
  await reveal.getByRole('checkbox', { name: 'I have stored it' }).check()
  await reveal.getByRole('button', { name: 'Done' }).click()
  await expect(tokenRow(page, 'bound')).toContainText('Quantum Testbed')
})

test('an owner binds to what an owner reaches, and no further', async ({ origin, page, sandbox }) => {
  const form = await openCreate(page, 'owner')
  await fillCreate(form, 'bound', 'ORDER.LIST')
  await limitToEntities(form)
  await form.getByRole('button', { name: 'Add place' }).click()
  await entityRow(form, 1).getByRole('combobox', { name: 'Type' }).click()
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
  await chooseType(entityRow(form, 1), 'Resource')
  await pickEntity(entityRow(form, 1), 'magneto', 'magnetometer-arkiv')
  await submitAndReveal(page, form)
  expect(await statusOf(origin, `Bearer ${await readSecret(page)}`)).toBe(200)
  const { uuid } = await sandbox.entity('resource', 'magnetometer-arkiv')
  expect((await sandbox.tokensOf('owner')).at(-1)?.bindings).toEqual([{ type: 'resource', uuid }])
})

test('several entities are kept, and a removed one is not sent', async ({ page, sandbox }) => {
  const form = await openCreate(page, 'staff')
  await fillCreate(form, 'bound', 'PROJECT.LIST')
  await limitToEntities(form)
  await pickEntity(await addRow(form, 1, 'Project'), 'kliima', 'Läänemere kliimamudel')
  await pickEntity(await addRow(form, 2, 'Project'), 'keele', 'Keeletehnoloogia')
  await pickEntity(await addRow(form, 3, 'Organization'), 'sigma', 'Sigma2 AS')
  await form.getByRole('button', { name: 'Remove place 2' }).click()
  await expect(entityField(entityRow(form, 2))).toHaveValue('Sigma2 AS')
  await submitAndReveal(page, form)
  expect((await sandbox.tokensOf('staff')).at(-1)?.bindings).toEqual([
    { type: 'project', uuid: (await sandbox.entity('project', 'Läänemere kliimamudel')).uuid },
    { type: 'customer', uuid: (await sandbox.entity('customer', 'Sigma2 AS')).uuid },
  ])
})

test('a half-filled row never makes a token without restriction', async ({ page, sandbox }) => {
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
  await expect(form.getByRole('alert')).toContainText('Not created yet. Please check: Place 1.')
  expect(sent(sandbox, 'POST', tokensPath)).toBe(0)
})

test('a second row that is half-filled blocks the first too', async ({ page, sandbox }) => {
  const form = await openCreate(page, 'owner')
  await fillCreate(form, 'bound', 'PROJECT.LIST')
  await limitToEntities(form)
  await pickEntity(await addRow(form, 1, 'Project'), 'kliima', 'Läänemere kliimamudel')
  const second = await addRow(form, 2, 'Project')
  await submit(form)
  await expect(entityField(second)).toHaveAccessibleDescription('Choose a place from the list.')
  await pickEntity(second, 'kliima', 'Läänemere kliimamudel')
  await submit(form)
  await expect(entityField(second)).toHaveAccessibleDescription('You’ve already added this place.')
  expect(sent(sandbox, 'POST', tokensPath)).toBe(0)
})

test('another type clears the entity, and says so', async ({ page, sandbox }) => {
  const form = await openCreate(page, 'owner')
  await fillCreate(form, 'bound', 'PROJECT.LIST')
  await limitToEntities(form)
  const row = await addRow(form, 1, 'Project')
  await pickEntity(row, 'kliima', 'Läänemere kliimamudel')
  await chooseType(row, 'Organization')
  await expect(entityField(row)).toHaveValue('')
  await expect(row).toContainText('The type changed, so “Läänemere kliimamudel” was cleared.')
  await submit(form)
  await expect(entityField(row)).toHaveAccessibleDescription('Choose a place from the list.')
  expect(sent(sandbox, 'POST', tokensPath)).toBe(0)
})

test('typing over a picked entity unpicks it', async ({ page, sandbox }) => {
  const form = await openCreate(page, 'owner')
  await fillCreate(form, 'bound', 'PROJECT.LIST')
  await limitToEntities(form)
  const row = await addRow(form, 1, 'Project')
  await pickEntity(row, 'kliima', 'Läänemere kliimamudel')
  await entityField(row).press('Backspace')
  await entityField(row).press('Tab')
  await submit(form)
  await expect(entityField(row)).toHaveAccessibleDescription('Choose a place from the list.')
  expect(sent(sandbox, 'POST', tokensPath)).toBe(0)
})
