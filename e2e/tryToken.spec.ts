import type { Locator } from 'playwright/test'
import { expect, test } from './fixtures.ts'
import { createBound, example } from './howToUseSteps.ts'
import { tokenRow } from './listSteps.ts'
import { readSecret, rotate, storeAndClose } from './revealSteps.ts'
import { statusOf } from './sandboxSteps.ts'
import { signIn } from './sessionSteps.ts'

const result = (dialog: Locator) => dialog.getByRole('status', { name: 'Test result' })
const press = (dialog: Locator) => dialog.getByRole('button', { name: 'Test token' }).click()

test('the test names the user and what the example call finds', async ({ page, sandbox }) => {
  const dialog = await createBound(page)
  await press(dialog)
  await expect(result(dialog)).toHaveText(
    'Waldur accepted the token and identified you as Kädi Tõnisson. The example call returned Läänemere kliimamudel.',
  )
  const path = `/api/projects/${(await sandbox.entity('project', 'Läänemere kliimamudel')).uuid}/`
  const { query, status } = sandbox.requests.findLast((request) => request.path === path) ?? {}
  expect(status).toBe(200)
  expect(await example(dialog, 'curl')).toContain(`${path}${query}"`)
  await dialog.getByRole('checkbox', { name: 'I’ve stored the secret' }).check()
  await dialog.getByRole('button', { name: 'Done' }).click()
  await expect(tokenRow(page, 'Nightly / import')).not.toContainText('Never used')
})

test('the test says if the example call finds nothing, and how it fails', async ({ page, provoke, sandbox }) => {
  provoke(404, 424)
  const { uuid } = await sandbox.entity('project', 'Läänemere kliimamudel')
  await sandbox.createToken('norole', { name: 'blind', allowed_scopes: [{ type: 'project', uuid }] })
  await sandbox.createToken('norole', { name: 'ci', scopes: ['ROUND.LIST'] })
  await signIn(page, 'norole')
  const dialog = await rotate(page, 'blind')
  expect(await example(dialog, 'curl')).toContain('/api/projects/?field=uuid')
  await press(dialog)
  await expect(result(dialog)).toContainText('returned nothing. This token sees no projects.')
  await storeAndClose(page)

  const detail = 'Extension is disabled.'
  sandbox.failNext('GET', '/api/proposal-protected-calls/', { status: 424, body: { detail } })
  await rotate(page, 'ci')
  await press(dialog)
  await expect(result(dialog)).toContainText('Waldur accepted the token and identified you as Aino Öpik.')
  await expect(result(dialog)).toContainText(`The example call failed: ${detail}`)
})

test('the example call fits the token’s permissions and places, and the test names two of what it finds', async ({
  page,
  provoke,
  sandbox,
}) => {
  provoke(401)
  const organizations = ['Universität Tübingen', 'Tartu Ülikool']
  const places = await Promise.all(organizations.map((name) => sandbox.entity('customer', name)))
  await sandbox.createToken('owner', {
    name: 'people',
    scopes: ['PROJECT.LIST', 'CUSTOMER.LIST_USERS'],
    allowed_scopes: places.map(({ uuid }) => ({ type: 'customer', uuid })),
  })
  await sandbox.createToken('owner', { name: 'unbound', scopes: ['PROJECT.CREATE', 'RESOURCE.LIST'] })
  const { uuid } = await sandbox.entity('project', 'Läänemere kliimamudel')
  await sandbox.createToken('owner', { name: 'orphan', allowed_scopes: [{ type: 'project', uuid }] })
  await sandbox.deleteEntity('project', uuid)
  await sandbox.createToken('owner', { name: 'fenced', allowed_networks: ['192.0.2.0/24'] })
  await signIn(page, 'owner')
  for (const [name, call, found] of [
    [
      'people',
      `/api/customers/${places[1]?.uuid}/users/?field=uuid&field=full_name`,
      /The example call returned Jürgen Weiß and Kädi Tõnisson\./,
    ],
    ['unbound', '/api/marketplace-resources/?', /returned .+ and \d+ more\./],
    // All its places have been deleted.
    [
      'orphan',
      '/api/users/me/?field=uuid&field=username',
      /^Waldur accepted the token and identified you as Kädi Tõnisson\.$/,
    ],
    ['fenced', '/api/', /Waldur didn’t accept it: Invalid token\..*This computer’s IP address may not be allowed/],
  ] as const) {
    const dialog = await rotate(page, name)
    expect(await example(dialog, 'curl')).toContain(call)
    await press(dialog)
    await expect(result(dialog)).toHaveText(found)
    await storeAndClose(page)
  }
})

test('the test gives the likely reason for a rejection, and the user stays signed in', async ({
  origin,
  page,
  provoke,
  sandbox,
}) => {
  provoke(401)
  const dialog = await createBound(page)
  const secret = await readSecret(page)
  sandbox.settings.PAT_ENABLED = false
  await press(dialog)
  await expect(result(dialog)).toContainText('Waldur didn’t accept it: Invalid JWT token.')
  await expect(result(dialog)).toContainText('Personal access tokens may be turned off')
  await expect(dialog).not.toContainText('Your session ended')
  expect(await statusOf(origin, `Bearer ${secret}`)).toBe(401)
  sandbox.settings.PAT_ENABLED = true
  await press(dialog)
  await expect(result(dialog)).toContainText('Waldur accepted the token')
  await dialog.getByRole('checkbox', { name: 'I’ve stored the secret' }).check()
  await dialog.getByRole('button', { name: 'Done' }).click()
  await expect(tokenRow(page, 'Nightly / import')).toContainText('Active')
})
