import { expect, test } from 'vitest'
import type { Send } from './testClient.ts'
import { goodToken, start, tokensPath } from './testClient.ts'

test('a seeded role that ended today counts until the daily task has run', async () => {
  const { sandbox, signedIn } = await start()
  const provider = await signedIn('provider')
  const { uuid, name } = await sandbox.entity('project', 'Hölderlin-Korpus')
  const rename = async () => (await provider('PATCH', `/api/projects/${uuid}/`, { name })).status
  expect(await rename()).toBe(200)
  await sandbox.runExpiryJob()
  expect(await rename()).toBe(404)
})

test('a seeded role that is turned off is held, and shows no resources', async () => {
  const { signedIn } = await start()
  const provider = await signedIn('provider')
  const { permissions } = (await provider('GET', '/api/users/me/')).json as { permissions: { role_name: string }[] }
  expect(permissions.map(({ role_name }) => role_name)).toContain('PROJECT.AUDITOR')
  const projects = (await provider('GET', '/api/projects/?field=name')).json
  expect(projects).toEqual([{ name: 'Hölderlin-Korpus' }, { name: 'Lungenbildgebung' }])
  const resources = (await provider('GET', '/api/marketplace-resources/?field=name')).json
  expect(resources).toEqual([{ name: 'volltextsuche' }])
})

test('the world has a user for each way of being permitted', async () => {
  const { sandbox } = await start()
  const scopesOf = async (username: string) => (await sandbox.tokensOf(username)).flatMap(({ scopes }) => scopes)
  const bindingsOf = async (username: string) => (await sandbox.tokensOf(username)).flatMap(({ bindings }) => bindings)
  const genomics = await sandbox.entity('project', 'Genomics')
  // The owner's role is on the organization above, the manager's on the project.
  expect(await bindingsOf('owner')).toContainEqual({ type: 'project', uuid: genomics.uuid })
  expect(await bindingsOf('manager')).toContainEqual({ type: 'project', uuid: genomics.uuid })
  expect((await bindingsOf('provider')).map(({ type }) => type)).toContain('service_provider')
  const staff = (await sandbox.tokensOf('staff')).map(({ scopes }) => scopes.includes('STAFF.ACCESS'))
  expect(new Set(staff)).toEqual(new Set([true, false]))
  expect(await scopesOf('support')).toContain('SUPPORT.ACCESS')
})

const grantsOf = async (send: Send) =>
  ((await send('GET', '/api/users/me/?field=permissions')).json as { permissions: Record<string, unknown>[] })
    .permissions

test('a grant shows no more about its entity than Waldur does', async () => {
  const { signedIn } = await start()
  const [onProvider, onProject] = await grantsOf(await signedIn('provider'))
  expect(onProvider).toMatchObject({ scope_type: 'service_provider', customer_name: 'Universität Tübingen' })
  expect(onProvider).not.toHaveProperty('scope_name')
  expect(onProject).toMatchObject({ scope_type: 'project', scope_name: 'Hölderlin-Korpus' })
  const [gone] = await grantsOf(await signedIn('gone'))
  expect(gone).toMatchObject({ role_name: 'PROJECT.MANAGER', scope_type: null, customer_uuid: null })
  expect(gone).not.toHaveProperty('scope_uuid')
  expect(gone).not.toHaveProperty('scope_name')
})

test('a global role counts on every object, and is held on none', async () => {
  const { as, sandbox, signedIn } = await start()
  const site = await signedIn('site')
  expect(await grantsOf(site)).toEqual([expect.objectContaining({ scope_type: 'global', customer_uuid: null })])
  const { uuid, name } = await sandbox.entity('project', 'Nordlysobservatoriet')
  const rename = async (send: Send) => (await send('PATCH', `/api/projects/${uuid}/`, { name })).status
  expect(await rename(site)).toBe(200)
  const token = async (allowed_scopes: { type: string; uuid: string }[]) => {
    const body = { ...goodToken, scopes: ['PROJECT.UPDATE'], allowed_scopes }
    const { status, json } = await site('POST', tokensPath, body)
    expect([status, json]).toMatchObject([201, {}])
    return as(`Bearer ${(json as { token: string }).token}`)
  }
  const other = await sandbox.entity('project', 'Genomics')
  expect(await rename(await token([]))).toBe(200)
  expect(await rename(await token([{ type: 'project', uuid }]))).toBe(200)
  expect(await rename(await token([{ type: 'project', uuid: other.uuid }]))).toBe(404)
})
