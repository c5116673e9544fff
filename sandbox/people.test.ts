import { expect, test } from 'vitest'
import { start } from './testClient.ts'

test('a seeded role that ended today counts until the daily task has run', async () => {
  const { sandbox, signedIn } = await start()
  const provider = await signedIn('provider')
  const { uuid, name } = await sandbox.entity('project', 'Hölderlin-Korpus')
  const rename = async () => (await provider('PATCH', `/api/projects/${uuid}/`, { name })).status
  expect(await rename()).toBe(200)
  await sandbox.runExpiryJob()
  expect(await rename()).toBe(404)
})

test('a seeded role that is switched off is held, and shows no resources', async () => {
  const { signedIn } = await start()
  const provider = await signedIn('provider')
  const { permissions } = (await provider('GET', '/api/users/me/')).json as { permissions: { role_name: string }[] }
  expect(permissions.map(({ role_name }) => role_name)).toContain('PROJECT.AUDITOR')
  const projects = (await provider('GET', '/api/projects/?field=name')).json
  expect(projects).toEqual([{ name: 'Hölderlin-Korpus' }, { name: 'Lungenbildgebung' }])
  const resources = (await provider('GET', '/api/marketplace-resources/?field=name')).json
  expect(resources).toEqual([{ name: 'volltextsuche' }])
})

test('somebody is seeded for each way of being permitted', async () => {
  const { sandbox } = await start()
  const scopesOf = async (username: string) => (await sandbox.tokensOf(username)).flatMap(({ scopes }) => scopes)
  const bindingsOf = async (username: string) => (await sandbox.tokensOf(username)).flatMap(({ bindings }) => bindings)
  const genomics = await sandbox.entity('project', 'Genomics')
  // The owner's role is on the organisation above, the manager's on the project.
  expect(await bindingsOf('owner')).toContainEqual({ type: 'project', uuid: genomics.uuid })
  expect(await bindingsOf('manager')).toContainEqual({ type: 'project', uuid: genomics.uuid })
  expect((await bindingsOf('provider')).map(({ type }) => type)).toContain('service_provider')
  const staff = (await sandbox.tokensOf('staff')).map(({ scopes }) => scopes.includes('STAFF.ACCESS'))
  expect(new Set(staff)).toEqual(new Set([true, false]))
  expect(await scopesOf('support')).toContain('SUPPORT.ACCESS')
})
