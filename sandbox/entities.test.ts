import { describe, expect, test } from 'vitest'
import { entityTypes } from './bindings.ts'
import { entityLists } from './entityLists.ts'
import type { Send } from './testClient.ts'
import { start, tokensPath } from './testClient.ts'
import { hyphenated } from './wire.ts'

type Rows = Record<string, unknown>[]

const names = async (send: Send, path: string) =>
  ((await send('GET', `${path}${path.includes('?') ? '&' : '?'}page_size=300`)).json as Rows).map(({ name }) => name)

describe('lists', () => {
  test('exist for every type, with uuids, pages and details', async () => {
    const { signedIn } = await start()
    const staff = await signedIn('staff')
    expect(new Set(entityLists.map(({ type }) => type))).toEqual(new Set([...entityTypes, 'order']))
    for (const { path } of entityLists) {
      const list = await staff('GET', path)
      const [first] = list.json as Rows
      expect([list.status, Number(list.headers.get('X-Result-Count')) > 0]).toEqual([200, true])
      const detail = await staff('GET', `${path}${hyphenated(String(first?.['uuid']))}/`)
      expect(detail.json).toEqual(first)
      const unknown = await staff('GET', `${path}${'0'.repeat(32)}/`)
      const words = { detail: expect.stringMatching(/^No [A-Z][A-Za-z]+ matches the given query\.$/) }
      expect([unknown.status, unknown.json]).toEqual([404, words])
    }
  })

  test('show users what they have roles on, and everyone what is public', async () => {
    const { signedIn } = await start()
    const member = await signedIn('member')
    expect(await names(member, '/api/projects/')).toEqual(['Mécanique céleste'])
    expect(await names(member, '/api/customers/')).toEqual(['École normale supérieure de Besançon'])
    expect(await names(member, '/api/marketplace-resources/')).toEqual(['éphémérides'])
    expect(await names(member, '/api/marketplace-provider-offerings/')).toEqual([])
    expect(await names(member, '/api/marketplace-public-offerings/')).toContain('Rocket HPC')
    expect(await names(member, '/api/marketplace-public-offerings/')).not.toContain('Quantum Testbed')
    expect(await names(member, '/api/proposal-public-calls/')).not.toContain('HPC sügisvoor 2026')
    const owner = await signedIn('owner')
    expect(await names(owner, '/api/marketplace-provider-offerings/')).toContain('Quantum Testbed')
    // Only calls where the user holds a role, not those of the user's organizations.
    expect(await names(owner, '/api/proposal-protected-calls/')).toEqual([])
    expect(await names(await signedIn('roles'), '/api/proposal-protected-calls/')).toEqual(['Tildeling høst 2026'])
    expect(await names(await signedIn('support'), '/api/proposal-protected-calls/')).toEqual([])
    expect(await names(await signedIn('norole'), '/api/customers/')).toEqual([])
    expect((await names(await signedIn('support'), '/api/customers/')).length).toBeGreaterThanOrEqual(8)
  })

  test('search case-insensitively, beyond ASCII too', async () => {
    const { signedIn } = await start()
    const staff = await signedIn('staff')
    expect(await names(staff, '/api/customers/?query=ÜLIKOOL')).toEqual(['Tallinna Tehnikaülikool', 'Tartu Ülikool'])
    expect(await names(staff, '/api/customers/?query=ensb')).toEqual(['École normale supérieure de Besançon'])
    expect(await names(staff, '/api/customers/?query=100%25')).toEqual([])
    expect(await names(staff, '/api/projects/?name_exact=Genomics')).toEqual(['Genomics', 'Genomics'])
    expect(await names(staff, '/api/proposal-proposals/?name=RUKKI')).toEqual(['Rukki genoom'])
    const providers = await staff('GET', '/api/marketplace-service-providers/?customer_keyword=Σ2')
    expect(providers.json).toMatchObject([{ customer_name: 'Sigma2 AS' }])
    expect((providers.json as Rows)[0]).not.toHaveProperty('name')
  })

  test('sort and pick fields where Waldur does', async () => {
    const { signedIn } = await start()
    const staff = await signedIn('staff')
    const up = await names(staff, '/api/projects/?o=name')
    expect(await names(staff, '/api/projects/?o=-name')).toEqual(up.toReversed())
    const [picked] = (await staff('GET', '/api/projects/?field=uuid&field=name&field=zzz')).json as Rows
    expect(Object.keys(picked ?? {})).toEqual(['uuid', 'name'])
    const [whole] = (await staff('GET', '/api/projects/?field=zzz')).json as Rows
    expect(whole).toHaveProperty('customer_name')
    const [unpicked] = (await staff('GET', '/api/proposal-proposals/?field=uuid')).json as Rows
    expect(unpicked).toMatchObject({ project_name: expect.any(String), call_name: expect.any(String) })
  })
})

describe('pages', () => {
  test.each([
    ['', 10],
    ['?page_size=3', 3],
    ['?page_size=300', 300],
    ['?page_size=5000', 300],
    ['?page_size=0', 10],
    ['?page_size=-4', 10],
    ['?page_size=many', 10],
  ])('%s asks for %i rows', async (query, size) => {
    const { signedIn } = await start({ entities: 2000 })
    const response = await (await signedIn('staff'))('GET', `/api/marketplace-resources/${query}`)
    expect(response.json).toHaveLength(size)
  })

  test('link to first, previous, next and last, and keep the query', async () => {
    const { origin, signedIn } = await start()
    const staff = await signedIn('staff')
    const link = async (page: string | number) =>
      (await staff('GET', `/api/projects/?o=name&page_size=5&page=${page}`)).headers.get('Link')
    const to = (relation: string, page: number) =>
      `<${origin}/api/projects/?o=name&${page === 1 ? '' : `page=${page}&`}page_size=5>; rel="${relation}"`
    expect(await link(1)).toBe([to('first', 1), to('next', 2), to('last', 3)].join(', '))
    expect(await link(2)).toBe([to('first', 1), to('prev', 1), to('next', 3), to('last', 3)].join(', '))
    expect(await link('last')).toBe([to('first', 1), to('prev', 2), to('last', 3)].join(', '))
  })

  test.each(['page=99', 'page=0', 'page=-1', 'page=x', 'page='])('%s gets 404', async (query) => {
    const { signedIn } = await start()
    const response = await (await signedIn('owner'))('GET', `${tokensPath}?${query}`)
    expect([response.status, response.json]).toEqual([404, { detail: 'Invalid page.' }])
  })

  test('of no rows is one empty page', async () => {
    const { signedIn } = await start()
    const response = await (await signedIn('norole'))('GET', `${tokensPath}?page=1`)
    expect([response.status, response.json, response.headers.get('X-Result-Count')]).toEqual([200, [], '0'])
  })
})

describe('a bound PAT', () => {
  async function bound(scopes: string[], type: string, name: string, username = 'owner') {
    const { as, sandbox } = await start()
    const { uuid } = await sandbox.entity(type, name)
    const { token } = await sandbox.createToken(username, { scopes, allowed_scopes: [{ type, uuid }] })
    return { send: as(`Bearer ${token}`), sandbox, uuid }
  }

  test('sees its entity and what lies below, but nothing above or beside it', async () => {
    const { send, sandbox } = await bound(['PROJECT.LIST'], 'project', 'Läänemere kliimamudel')
    expect(await names(send, '/api/projects/')).toEqual(['Läänemere kliimamudel'])
    expect(await names(send, '/api/marketplace-resources/')).toEqual(['baltic-hindcast', 'merejää'])
    expect(await names(send, '/api/marketplace-resource-projects/')).toEqual(['hindcast-1970'])
    expect(await names(send, '/api/customers/')).toEqual([])
    expect(await names(send, '/api/marketplace-public-offerings/')).toEqual([])
    const beside = await sandbox.entity('project', 'Keeletehnoloogia')
    expect((await send('GET', `/api/projects/${beside.uuid}/`)).status).toBe(404)
    expect((await send('GET', '/api/users/')).headers.get('X-Result-Count')).not.toBe('0')
  })

  test('sees nothing once its entity is deleted', async () => {
    const { send, sandbox, uuid } = await bound(['PROJECT.LIST'], 'project', 'Keeletehnoloogia')
    await sandbox.deleteEntity('project', uuid)
    expect(await names(send, '/api/projects/')).toEqual([])
    expect((await send('GET', tokensPath)).status).toBe(200)
  })

  test('can do what its scopes, roles and bindings all permit', async () => {
    const { send, sandbox, uuid } = await bound(['PROJECT.UPDATE'], 'customer', 'Tartu Ülikool')
    const own = await sandbox.entity('project', 'Keeletehnoloogia')
    const beside = await sandbox.entity('project', 'Nordlysobservatoriet')
    expect((await send('PATCH', `/api/projects/${own.uuid}/`, { name: 'Keel' })).status).toBe(200)
    expect((await send('PATCH', `/api/projects/${beside.uuid}/`, { name: 'Nei' })).status).toBe(404)
    const created = await send('POST', '/api/projects/', { name: 'Uus', customer: `/api/customers/${uuid}/` })
    const words = { detail: 'You do not have permission to perform this action.' }
    expect([created.status, created.json]).toEqual([403, words])
  })
})

describe('permission-checked actions', () => {
  test('check the permission on the sources that the request names', async () => {
    const { as, sandbox, signedIn } = await start()
    const { uuid } = await sandbox.entity('customer', 'Tartu Ülikool')
    const body = { name: 'Uus projekt', customer: `http://127.0.0.1/api/customers/${uuid}/` }
    expect((await (await signedIn('manager'))('POST', '/api/projects/', body)).status).toBe(403)
    expect((await (await signedIn('owner'))('POST', '/api/projects/', body)).status).toBe(201)
    const may = await sandbox.createToken('owner', { scopes: ['PROJECT.CREATE'] })
    expect((await as(`Bearer ${may.token}`)('POST', '/api/projects/', body)).status).toBe(201)
    const mayNot = await sandbox.createToken('owner', { scopes: ['PROJECT.LIST'] })
    expect((await as(`Bearer ${mayNot.token}`)('POST', '/api/projects/', body)).status).toBe(403)
  })

  test('depend on roles: staff need no STAFF.ACCESS, and an ended role counts until the daily task', async () => {
    const { as, sandbox } = await start()
    const { uuid } = await sandbox.entity('resource', 'prometheus')
    const path = `/api/marketplace-resources/${uuid}/terminate/`
    const plain = await sandbox.createToken('staff', { scopes: ['RESOURCE.TERMINATE'] })
    expect((await as(`Bearer ${plain.token}`)('POST', path)).status).toBe(200)
    const seeing = await sandbox.createToken('staff', { scopes: ['STAFF.ACCESS'] })
    expect((await as(`Bearer ${seeing.token}`)('POST', path)).status).toBe(403)
    await sandbox.setUser('staff', { isStaff: false })
    expect((await as(`Bearer ${plain.token}`)('POST', path)).status).toBe(404)
    const ending = await sandbox.createToken('roles', { scopes: ['RESOURCE.TERMINATE'] })
    expect((await as(`Bearer ${ending.token}`)('POST', path)).status).toBe(200)
    sandbox.advance(6 * 86_400_000)
    expect((await as(`Bearer ${ending.token}`)('POST', path)).status).toBe(200)
    await sandbox.runExpiryJob()
    expect((await as(`Bearer ${ending.token}`)('POST', path)).status).toBe(403)
  })
})

describe('views that depend on the user’s flags', () => {
  test.each([
    ['staff', [], 403, 403],
    ['staff', ['STAFF.ACCESS'], 200, 200],
    ['staff', ['SUPPORT.ACCESS'], 403, 200],
    ['support', [], 403, 403],
    ['support', ['SUPPORT.ACCESS'], 403, 200],
    ['owner', ['STAFF.ACCESS', 'SUPPORT.ACCESS'], 403, 403],
  ] as const)('respond to a token of %s with %j by its scopes', async (username, scopes, settings, statistics) => {
    const { as, sandbox } = await start()
    const { token } = await sandbox.createToken(username, { scopes: ['PROJECT.LIST', ...scopes] })
    const send = as(`Bearer ${token}`)
    expect((await send('GET', '/api/override-settings/')).status).toBe(settings)
    expect((await send('GET', '/api/database-stats/')).status).toBe(statistics)
  })

  test.each([
    ['staff', 200, 200],
    ['support', 403, 200],
    ['owner', 403, 403],
  ])('respond to %s by their flag', async (username, settings, statistics) => {
    const send = await (await start()).signedIn(username)
    expect((await send('GET', '/api/override-settings/')).status).toBe(settings)
    expect((await send('GET', '/api/database-stats/')).status).toBe(statistics)
  })
})
