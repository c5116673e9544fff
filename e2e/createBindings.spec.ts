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

for (const [label, type, typed, name] of [
  ['Organization', 'customer', 'tartu', 'Tartu Ülikool'],
  ['Project', 'project', 'kliima', 'Läänemere kliimamudel'],
  ['Resource', 'resource', 'variant', 'variant-calling'],
  ['Resource project', 'resource_project', 'cohort-2025', 'cohort-2025'],
  ['Offering', 'offering', 'quantum', 'Quantum Testbed'],
  ['Service provider', 'service_provider', 'sigma', 'Sigma2 AS'],
  ['Call-managing organisation', 'call_organizer', 'sigma', 'Sigma2 AS'],
  ['Call', 'call', 'sügisvoor', 'HPC sügisvoor 2026'],
  ['Proposal', 'proposal', 'rukki', 'Rukki genoom'],
] as const) {
  test(`staff bind a token to one ${label.toLowerCase()}`, async ({ origin, page, provoke, sandbox }) => {
    // The public lists, which are asked first for the example call, have no drafts.
    if (type === 'offering' || type === 'call') provoke(404)
    const form = await openCreate(page, 'staff')
    await fillCreate(form, 'bound', 'PROJECT.LIST')
    await limitToEntities(form)
    await pickEntity(await addRow(form, 1, label), typed, name)
    await expect(form).toContainText(`in ${name} (${label.toLowerCase()}) until`)
    const reveal = await submitAndReveal(page, form)
    const secret = await readSecret(page)
    expect(await statusOf(origin, `Bearer ${secret}`)).toBe(200)
    const { uuid } = await sandbox.entity(type, name)
    expect((await sandbox.tokensOf('staff')).at(-1)?.bindings).toEqual([{ type, uuid }])
    await reveal.getByRole('checkbox', { name: 'I have stored it' }).check()
    await reveal.getByRole('button', { name: 'Done' }).click()
    await expect(tokenRow(page, 'bound')).toContainText(name)
  })
}

const REACHED_BY_A_PROJECT = [
  'Any type',
  'Project',
  'Resource in your projects',
  'Resource project in your projects',
] as const

for (const [user, scope, label, typed, name, type, types] of [
  [
    'owner',
    'ORDER.LIST',
    'Resource',
    'magneto',
    'magnetometer-arkiv',
    'resource',
    [
      'Any type',
      'Organization',
      'Project in your organizations',
      'Resource in your organizations',
      'Resource project in your organizations',
      'Offering in your organizations',
      'Service provider in your organizations',
      'Call-managing organisation in your organizations',
    ],
  ],
  ['manager', 'ORDER.LIST', 'Project', 'nord', 'Nordlysobservatoriet', 'project', REACHED_BY_A_PROJECT],
  ['member', 'ORDER.CREATE', 'Resource', 'éph', 'éphémérides', 'resource', REACHED_BY_A_PROJECT],
] as const) {
  test(`${user} binds to what ${user} reaches, and no further`, async ({ origin, page, sandbox }) => {
    const form = await openCreate(page, user)
    await fillCreate(form, 'bound', scope)
    await limitToEntities(form)
    await form.getByRole('button', { name: 'Add place' }).click()
    await entityRow(form, 1).getByRole('combobox', { name: 'Type' }).click()
    await expect(page.getByRole('option')).toHaveText([...types])
    await page.keyboard.press('Escape')
    await chooseType(entityRow(form, 1), label)
    await pickEntity(entityRow(form, 1), typed, name)
    await submitAndReveal(page, form)
    expect(await statusOf(origin, `Bearer ${await readSecret(page)}`)).toBe(200)
    const { uuid } = await sandbox.entity(type, name)
    expect((await sandbox.tokensOf(user)).at(-1)?.bindings).toEqual([{ type, uuid }])
  })
}

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
