import { expect, test } from 'vitest'
import { start } from './testClient.ts'

test('a role on the organization allows granting and revoking roles on its project', async () => {
  const { sandbox, signedIn } = await start()
  const [owner, norole] = [await signedIn('owner'), await signedIn('norole')]
  const { uuid } = await sandbox.entity('project', 'Keeletehnoloogia')
  const { uuid: user } = (await norole('GET', '/api/users/me/?field=uuid')).json as { uuid: string }
  const path = `/api/projects/${uuid}/`
  const member = { role: 'PROJECT.MEMBER', user }
  expect((await norole('GET', path)).status).toBe(404)
  const given = await owner('POST', `${path}add_user/`, { ...member, expiration_time: '2026-12-01T00:00:00Z' })
  expect([given.status, given.json]).toEqual([201, { expiration_time: '2026-12-01T00:00:00+00:00' }])
  expect((await norole('GET', path)).status).toBe(200)
  expect((await norole('POST', `${path}add_user/`, member)).status).toBe(403)
  expect((await owner('POST', `${path}delete_user/`, member)).status).toBe(200)
  expect((await norole('GET', path)).status).toBe(404)
})

test('a role of another type, an unknown user and an invalid end are rejected', async () => {
  const { sandbox, signedIn } = await start()
  const owner = await signedIn('owner')
  const { uuid } = await sandbox.entity('customer', 'Tartu Ülikool')
  const { uuid: user } = (await owner('GET', '/api/users/me/?field=uuid')).json as { uuid: string }
  const give = async (member: object) => (await owner('POST', `/api/customers/${uuid}/add_user/`, member)).json
  expect(await give({ role: 'PROJECT.MEMBER', user })).toEqual({ role: ['Role is not valid for this scope.'] })
  expect(await give({ role: 'NOTHING', user })).toEqual({ role: ['Object with uuid=NOTHING does not exist.'] })
  expect(await give({ role: 'CUSTOMER.READER', user: 'nobody' })).toHaveProperty('user')
  expect(await give({ role: 'CUSTOMER.READER', user, expiration_time: 'soon' })).toHaveProperty('expiration_time')
})

test('the people of an organization are those with a role on it or on one of its projects', async () => {
  const { sandbox, signedIn } = await start()
  const { uuid } = await sandbox.entity('customer', 'Tartu Ülikool')
  const path = `/api/customers/${uuid}/users/`
  const people = (await (await signedIn('owner'))('GET', path)).json as { username: string }[]
  expect(people.map(({ username }) => username)).toEqual(['manager', 'owner'])
  expect((await (await signedIn('support'))('GET', path)).status).toBe(200)
  expect((await (await signedIn('manager'))('GET', path)).status).toBe(403)
})

test('an order passes from the consumer to the provider, and stays canceled once it is', async () => {
  const { sandbox, signedIn } = await start()
  const owner = await signedIn('owner')
  const { uuid } = await sandbox.entity('order', 'ekkolodd')
  const path = `/api/marketplace-orders/${uuid}/`
  const state = async () => ((await owner('GET', path)).json as { state: string }).state
  expect(await state()).toBe('pending-consumer')
  expect((await owner('POST', `${path}approve_by_provider/`)).status).toBe(403)
  expect((await owner('POST', `${path}approve_by_consumer/`)).status).toBe(200)
  expect(await state()).toBe('pending-provider')
  expect((await owner('POST', `${path}approve_by_consumer/`)).status).toBe(409)
  expect((await owner('POST', `${path}cancel/`)).status).toBe(202)
  const again = await owner('POST', `${path}cancel/`)
  const detail = 'Valid states for operation: pending-consumer, pending-provider.'
  expect([await state(), again.status, again.json]).toEqual(['canceled', 409, { detail }])
})

test('bindings do not narrow orders', async () => {
  const { as, sandbox, signedIn } = await start()
  const { uuid } = await sandbox.entity('project', 'Keeletehnoloogia')
  const { token } = await sandbox.createToken('owner', { allowed_scopes: [{ type: 'project', uuid }] })
  const path = '/api/marketplace-orders/?field=resource_name'
  const all = (await (await signedIn('owner'))('GET', path)).json
  expect(all).toEqual([{ resource_name: 'ekkolodd' }, { resource_name: 'gpu-training' }])
  expect((await as(`Bearer ${token}`)('GET', path)).json).toEqual(all)
})

test('a provider’s statistics, description and pause', async () => {
  const { sandbox, signedIn } = await start()
  const owner = await signedIn('owner')
  const { uuid } = await sandbox.entity('service_provider', 'Tartu Ülikool')
  const statistics = (await owner('GET', `/api/marketplace-service-providers/${uuid}/stat/`)).json
  expect(statistics).toMatchObject({ current_customers: 2, active_and_paused_offerings: 2, erred_resources: 1 })
  const offering = await sandbox.entity('offering', 'Rocket HPC')
  const path = `/api/marketplace-provider-offerings/${offering.uuid}/`
  expect((await owner('POST', `${path}update_description/`, { description: 'Fast.' })).status).toBe(200)
  expect((await owner('POST', `${path}pause/`)).status).toBe(200)
  expect((await owner('GET', path)).json).toMatchObject({ description: 'Fast.', state: 'Paused' })
})
