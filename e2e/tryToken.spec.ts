import type { Locator } from 'playwright/test'
import { expect, test } from './fixtures.ts'
import { createBound, createUnbound, example, openHowToUse } from './howToUseSteps.ts'
import { tokenRow } from './listSteps.ts'
import { readSecret, rotate } from './revealSteps.ts'
import { statusOf } from './sandboxSteps.ts'
import { signIn, signInByForm } from './sessionSteps.ts'

const result = (dialog: Locator) => dialog.getByRole('status', { name: 'Result of the test' })
const press = (dialog: Locator) => dialog.getByRole('button', { name: 'Test this token' }).click()

test('the test of a token says as whom it is accepted and what it sees', async ({ page, sandbox }) => {
  const dialog = await createBound(page)
  await openHowToUse(dialog)
  await press(dialog)
  await expect(result(dialog)).toHaveText(
    'Waldur accepts it, as Kädi Tõnisson. The example call answers: Läänemere kliimamudel.',
  )
  const path = `/api/projects/${(await sandbox.entity('project', 'Läänemere kliimamudel')).uuid}/`
  const { query, status } = sandbox.requests.findLast((request) => request.path === path) ?? {}
  expect(status).toBe(200)
  expect(await example(dialog, 'curl')).toContain(`${path}${query}"`)
  await dialog.getByRole('checkbox', { name: 'I have stored it' }).check()
  await dialog.getByRole('button', { name: 'Done' }).click()
  await expect(tokenRow(page, 'Nightly / import')).not.toContainText('Never used')
})

test('the test of a token says more than it names', async ({ page }) => {
  const dialog = await createUnbound(page)
  await openHowToUse(dialog)
  await press(dialog)
  await expect(result(dialog)).toContainText(/answers: .+ and \d+ more\./)
})

test('the test of a token says that it sees nothing, where the roles do not reach', async ({
  page,
  provoke,
  sandbox,
}) => {
  provoke(404)
  const { uuid } = await sandbox.entity('project', 'Läänemere kliimamudel')
  await sandbox.createToken('norole', { name: 'ci', allowed_scopes: [{ type: 'project', uuid }] })
  await signIn(page, 'norole')
  const dialog = await rotate(page, 'ci')
  await openHowToUse(dialog)
  expect(await example(dialog, 'curl')).toContain('/api/projects/?field=uuid')
  await press(dialog)
  await expect(result(dialog)).toContainText('answers nothing: this token sees no projects.')
})

test('the test of a token makes a call that one of its permissions opens, in a place where it does', async ({
  page,
  sandbox,
}) => {
  const organizations = ['Universität Tübingen', 'Tartu Ülikool']
  const places = await Promise.all(organizations.map((name) => sandbox.entity('customer', name)))
  await sandbox.createToken('owner', {
    name: 'people',
    scopes: ['PROJECT.LIST', 'CUSTOMER.LIST_USERS'],
    allowed_scopes: places.map(({ uuid }) => ({ type: 'customer', uuid })),
  })
  await signIn(page, 'owner')
  const dialog = await rotate(page, 'people')
  await openHowToUse(dialog)
  expect(await example(dialog, 'curl')).toContain(`/api/customers/${places[1]?.uuid}/users/?field=uuid&field=full_name`)
  await press(dialog)
  await expect(result(dialog)).toContainText('The example call answers: Jürgen Weiß and Kädi Tõnisson.')
})

test('the test of a token names the user alone, where all that the token was bound to is gone', async ({
  page,
  sandbox,
}) => {
  const { uuid } = await sandbox.entity('project', 'Läänemere kliimamudel')
  await sandbox.createToken('owner', { name: 'orphan', allowed_scopes: [{ type: 'project', uuid }] })
  await sandbox.deleteEntity('project', uuid)
  await signIn(page, 'owner')
  const dialog = await rotate(page, 'orphan')
  await openHowToUse(dialog)
  expect(await example(dialog, 'curl')).toContain('/api/users/me/?field=uuid&field=username')
  await press(dialog)
  await expect(result(dialog)).toHaveText('Waldur accepts it, as Kädi Tõnisson.')
})

test('the test of a token says how the example call fails', async ({ page, provoke, sandbox }) => {
  provoke(424)
  await sandbox.createToken('norole', { name: 'ci', scopes: ['ROUND.LIST'] })
  const detail = 'Extension is disabled.'
  sandbox.failNext('GET', '/api/proposal-protected-calls/', { status: 424, body: { detail } })
  await signInByForm(page, 'norole')
  const dialog = await rotate(page, 'ci')
  await openHowToUse(dialog)
  await press(dialog)
  await expect(result(dialog)).toContainText('Waldur accepts it, as Aino Öpik.')
  await expect(result(dialog)).toContainText(`The example call fails: ${detail}`)
})

test('the test of a token says why a refusal may be, and the user stays signed in', async ({
  origin,
  page,
  provoke,
  sandbox,
}) => {
  provoke(401)
  const dialog = await createBound(page)
  const secret = await readSecret(page)
  sandbox.settings.PAT_ENABLED = false
  await openHowToUse(dialog)
  await press(dialog)
  await expect(result(dialog)).toContainText('Waldur refuses it: Invalid JWT token.')
  await expect(result(dialog)).toContainText('Personal access tokens may be switched off')
  await expect(dialog).not.toContainText('Your session ended')
  expect(await statusOf(origin, `Bearer ${secret}`)).toBe(401)
  sandbox.settings.PAT_ENABLED = true
  await press(dialog)
  await expect(result(dialog)).toContainText('Waldur accepts it')
  await dialog.getByRole('checkbox', { name: 'I have stored it' }).check()
  await dialog.getByRole('button', { name: 'Done' }).click()
  await expect(tokenRow(page, 'Nightly / import')).toContainText('Active')
})

test('the test of a token says that an address is not allowed', async ({ page, provoke, sandbox }) => {
  provoke(401)
  await sandbox.createToken('owner', { name: 'fenced', allowed_networks: ['192.0.2.0/24'] })
  await signIn(page, 'owner')
  const dialog = await rotate(page, 'fenced')
  await openHowToUse(dialog)
  await press(dialog)
  await expect(result(dialog)).toContainText('Waldur refuses it: Invalid token.')
  await expect(result(dialog)).toContainText('This computer’s address may not be among the networks')
})
