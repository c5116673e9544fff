import { describe, expect, test } from 'vitest'
import { sha256 } from './core.ts'
import { releases } from './releases.ts'
import { goodToken, inDays, start, tokensPath } from './testClient.ts'

interface Created {
  uuid: string
  token: string
  created: string
  expires_at: string
}

const createdKeys = ['uuid', 'name', 'token', 'scopes', 'allowed_scopes', 'allowed_networks', 'expires_at', 'created']
const tokenKeys = [
  ...['uuid', 'name', 'token_prefix', 'scopes', 'allowed_scopes', 'allowed_networks', 'expires_at', 'is_active'],
  ...['last_used_at', 'last_used_ip', 'use_count', 'created'],
]

async function started(username = 'owner') {
  const world = await start()
  const send = await world.signedIn(username)
  const create = async (change = {}) => (await send('POST', tokensPath, { ...goodToken, ...change })).json as Created
  return { ...world, send, create }
}

describe('create', () => {
  test('shows the plaintext once, uncached, and stores only its hash and prefix', async () => {
    const { sandbox, send } = await started()
    const response = await send('POST', tokensPath, { ...goodToken, name: ' ci-deploy ', ignored: 1 })
    const token = response.json as Created
    expect(response.status).toBe(201)
    expect(response.headers.get('Cache-Control')).toBe('no-store')
    expect(Object.keys(token)).toEqual(createdKeys)
    expect(token).toMatchObject({ name: 'ci-deploy', allowed_scopes: [], expires_at: '2026-10-01T08:00:00+00:00' })
    expect(token.uuid).toMatch(/^[0-9a-f]{32}$/)
    expect(token.created).toMatch(/^2026-09-01T08:00:\d\d\.\d{6}\+00:00$/)
    expect(token.token).toMatch(/^w_1790841600_[\w-]{43}$/)
    const stored = (await sandbox.tokensOf('owner')).find(({ uuid }) => uuid === token.uuid)
    expect(stored).toMatchObject({ prefix: 'w_179084', hash: sha256(token.token) })
    expect(JSON.stringify(await sandbox.tokensOf('owner'))).not.toContain(token.token)
  })

  test('keeps microseconds and reads offsets', async () => {
    const { create } = await started()
    const { expires_at } = await create({ expires_at: '2026-10-01T10:00:00.123456+02:00' })
    expect(expires_at).toBe('2026-10-01T08:00:00.123456+00:00')
  })
})

describe('list and retrieve', () => {
  test('shows own tokens only, newest first, without filters', async () => {
    const { create, send, signedIn } = await started()
    const { uuid } = await create()
    const list = await send('GET', `${tokensPath}?page_size=300&name=nothing&field=uuid&o=name`)
    const rows = list.json as { uuid: string; created: string }[]
    expect(rows[0]?.uuid).toBe(uuid)
    expect(Object.keys(rows[0] ?? {})).toEqual(tokenKeys)
    const instants = rows.map(({ created }) => Date.parse(created))
    expect(instants).toEqual(instants.toSorted((left, right) => right - left))
    const staff = await signedIn('staff')
    const foreign = await staff('GET', `${tokensPath}${uuid}/`)
    const words = { detail: 'No PersonalAccessToken matches the given query.' }
    expect([foreign.status, foreign.json]).toEqual([404, words])
    for (const method of ['DELETE', 'POST']) {
      const path = method === 'POST' ? `${tokensPath}${uuid}/rotate/` : `${tokensPath}${uuid}/`
      expect((await staff(method, path)).status).toBe(404)
    }
    expect((await send('GET', `${tokensPath}not-a-uuid/`)).json).toEqual(words)
    const unused = { is_active: true, use_count: 0, last_used_at: null, last_used_ip: null }
    expect((await send('GET', `${tokensPath}${uuid}/`)).json).toMatchObject({ uuid, ...unused })
  })

  test('shows a binding whose entity is deleted', async () => {
    const { create, send, sandbox } = await started()
    const { uuid: entity } = await sandbox.entity('project', 'Keeletehnoloogia')
    const { uuid } = await create({ allowed_scopes: [{ type: 'project', uuid: entity }] })
    await sandbox.deleteEntity('project', entity)
    const token = await send('GET', `${tokensPath}${uuid}/`)
    expect(token.json).toMatchObject({ allowed_scopes: [{ type: 'project', uuid: null, name: '(deleted)' }] })
  })

  test('shows the new name of a renamed organization, also of its provider', async () => {
    const { create, sandbox, signedIn, send } = await started('staff')
    const { uuid: provider } = await sandbox.entity('service_provider', 'Sigma2 AS')
    const { uuid: customer } = await sandbox.entity('customer', 'Sigma2 AS')
    const { uuid } = await create({ allowed_scopes: [{ type: 'service_provider', uuid: provider }] })
    const renamed = await (await signedIn('staff'))('PATCH', `/api/customers/${customer}/`, { name: 'Sigma3 AS' })
    expect(renamed.status).toBe(200)
    const token = await send('GET', `${tokensPath}${uuid}/`)
    expect(token.json).toMatchObject({ allowed_scopes: [{ name: 'Sigma3 AS' }] })
  })

  test.each(['PUT', 'PATCH'])('%s is not allowed', async (method) => {
    const { create, send } = await started()
    const { uuid } = await create()
    const response = await send(method, `${tokensPath}${uuid}/`, {})
    expect([response.status, response.json]).toEqual([405, { detail: `Method "${method}" not allowed.` }])
    expect((await send('GET', tokensPath.slice(0, -1))).status).toBe(404)
  })

  test('HEAD returns only the count of the list', async () => {
    const { sandbox, send } = await started()
    const list = await send('HEAD', tokensPath)
    const total = String((await sandbox.tokensOf('owner')).length)
    expect([list.status, list.text, list.headers.get('X-Result-Count')]).toEqual([200, '', total])
    for (const helper of ['available_scopes', 'available_binding_targets']) {
      const response = await send('HEAD', `${tokensPath}${helper}/`)
      expect([response.status, response.text, response.headers.get('X-Result-Count')]).toEqual([200, '', null])
    }
  })
})

describe('revoke', () => {
  test('takes effect at once, keeps the row, and can be repeated, each time with an event', async () => {
    const { as, create, send } = await started()
    const { token, uuid } = await create()
    const bearer = as(`Bearer ${token}`)
    expect((await bearer('GET', tokensPath)).status).toBe(200)
    for (let time = 0; time < 2; time += 1) {
      const response = await send('DELETE', `${tokensPath}${uuid}/`)
      expect([response.status, response.text]).toEqual([204, ''])
    }
    expect((await bearer('GET', tokensPath)).json).toEqual({ detail: 'Invalid token.' })
    expect((await send('GET', `${tokensPath}${uuid}/`)).json).toMatchObject({ is_active: false })
    const { url } = (await send('GET', '/api/users/me/?field=url')).json as { url: string }
    const events = await send('GET', `/api/events/?scope=${url}&event_type=pat_revoked&message=ci-deploy`)
    expect(events.json).toHaveLength(2)
  })
})

describe('rotate', () => {
  test('keeps everything but uuid, plaintext and use', async () => {
    const { as, create, sandbox, send } = await started()
    const { uuid: project } = await sandbox.entity('project', 'Keeletehnoloogia')
    const old = await create({
      allowed_scopes: [{ type: 'project', uuid: project }],
      allowed_networks: ['127.0.0.0/8'],
    })
    expect((await as(`Bearer ${old.token}`)('GET', tokensPath)).status).toBe(200)
    const response = await send('POST', `${tokensPath}${old.uuid}/rotate/`)
    const rotated = response.json as Created
    expect([response.status, response.headers.get('Cache-Control')]).toEqual([201, 'no-store'])
    expect(Object.keys(rotated)).toEqual(createdKeys)
    const { uuid, token, created, ...kept } = rotated
    expect(kept).toEqual((({ uuid: _uuid, token: _token, created: _created, ...rest }) => rest)(old))
    expect([uuid === old.uuid, token === old.token, created > old.created]).toEqual([false, false, true])
    expect((await as(`Bearer ${old.token}`)('GET', tokensPath)).status).toBe(401)
    const unused = { is_active: true, use_count: 0, last_used_at: null }
    expect((await send('GET', `${tokensPath}${uuid}/`)).json).toMatchObject(unused)
    expect((await as(`Bearer ${token}`)('GET', tokensPath)).status).toBe(200)
  })

  test('rejects an inactive token with a bare array', async () => {
    const { create, send } = await started()
    const { uuid } = await create()
    await send('DELETE', `${tokensPath}${uuid}/`)
    const response = await send('POST', `${tokensPath}${uuid}/rotate/`)
    expect([response.status, response.text]).toEqual([400, '["Cannot rotate an inactive token."]'])
  })

  test('rejects one of two simultaneous requests', async () => {
    const { create, sandbox, send } = await started('norole')
    const { uuid } = await create()
    const path = `${tokensPath}${uuid}/rotate/`
    const responses = await Promise.all([send('POST', path), send('POST', path)])
    expect(responses.map(({ status }) => status).sort()).toEqual([201, 400])
    expect((await sandbox.tokensOf('norole')).filter(({ isActive }) => isActive)).toHaveLength(1)
  })

  test('checks neither flag nor limit, and does not revive an expired token', async () => {
    const { as, sandbox, send } = await started('noflag')
    sandbox.settings.PAT_MAX_TOKENS_PER_USER = 0
    const { uuid } = await sandbox.createToken('noflag', { expires_at: inDays(-1) })
    const response = await send('POST', `${tokensPath}${uuid}/rotate/`)
    expect(response.status).toBe(201)
    expect((await as(`Bearer ${(response.json as Created).token}`)('GET', tokensPath)).status).toBe(401)
  })
})

test('OPTIONS lists the fields of a token, fewer in older releases', async () => {
  const { sandbox, send } = await started('norole')
  const fields = async () => {
    const { json } = await send('OPTIONS', tokensPath)
    return Object.keys((json as { actions: { POST: object } }).actions.POST)
  }
  expect(await fields()).toEqual(tokenKeys)
  sandbox.settings.generation = '8.0.9'
  expect(await fields()).toEqual(tokenKeys.filter((key) => key !== 'allowed_networks'))
  sandbox.settings.generation = '8.0.7'
  expect(await fields()).toEqual(tokenKeys.filter((key) => key !== 'allowed_scopes' && key !== 'allowed_networks'))
})

describe('set_network_acl', () => {
  test('replaces the networks and returns the whole token', async () => {
    const { as, create, send } = await started()
    const { token, uuid } = await create()
    const path = `${tokensPath}${uuid}/set_network_acl/`
    const response = await send('POST', path, { allowed_networks: ['192.0.2.1', '192.0.2.1/32', '2001:DB8:0:0::/64'] })
    expect(Object.keys(response.json as object)).toEqual(tokenKeys)
    expect(response.json).toMatchObject({ uuid, allowed_networks: ['192.0.2.1/32', '2001:db8::/64'] })
    expect((await as(`Bearer ${token}`)('GET', tokensPath)).status).toBe(401)
    expect((await send('POST', path, { allowed_networks: [] })).status).toBe(200)
    expect((await as(`Bearer ${token}`)('GET', tokensPath)).status).toBe(200)
    expect((await send('POST', path, {})).json).toEqual({ allowed_networks: ['This field is required.'] })
    await send('DELETE', `${tokensPath}${uuid}/`)
    const rejected = await send('POST', path, { allowed_networks: [] })
    expect([rejected.status, rejected.json]).toEqual([400, ['Cannot change the network ACL of an inactive token.']])
  })
})

describe('the releases', () => {
  const without = (keys: string[], ...gone: string[]) => keys.filter((key) => !gone.includes(key))
  const bound = { ...goodToken, allowed_networks: ['not a network'] }

  test('8.0.7 has neither bindings nor networks nor the flag', async () => {
    const { as, sandbox, signedIn } = await start({ generation: '8.0.7' })
    const noflag = await signedIn('noflag')
    const gone = ['allowed_scopes', 'allowed_networks']
    const { uuid: project } = await sandbox.entity('project', 'Genomics')
    const response = await noflag('POST', tokensPath, {
      ...bound,
      allowed_scopes: [{ type: 'project', uuid: project }],
    })
    const { token, uuid } = response.json as Created
    expect([response.status, Object.keys(response.json as object)]).toEqual([201, without(createdKeys, ...gone)])
    const shown = await as(`Bearer ${token}`)('GET', `${tokensPath}${uuid}/`)
    expect(Object.keys(shown.json as object)).toEqual(without(tokenKeys, ...gone))
    const me = (await noflag('GET', '/api/users/me/')).json
    expect(me).not.toHaveProperty('can_use_personal_access_tokens')
    const targets = await noflag('GET', `${tokensPath}available_binding_targets/`)
    expect([targets.status, targets.json]).toEqual([404, { detail: 'Not found.' }])
    const roles = (await noflag('GET', '/api/roles/?page_size=300')).json as { content_type: string }[]
    expect(new Set(roles.map((role) => role.content_type)).size).toBe(7)
    expect((await noflag('POST', '/api-auth/token-exchange/', { code: uuid })).status).toBe(404)
    const unknown = await noflag('POST', tokensPath, { ...goodToken, scopes: ['ORDER.CREATE'] })
    expect(unknown.json).toEqual({ scopes: ["Invalid scope(s): ['ORDER.CREATE']"] })
  })

  test('8.0.7 ignores the bindings and networks of a token from a later release', async () => {
    const { as, sandbox } = await start()
    const { uuid } = await sandbox.entity('project', 'Genomics')
    const allowed_scopes = [{ type: 'project', uuid }]
    const { token } = await sandbox.createToken('owner', { allowed_scopes, allowed_networks: ['192.0.2.0/24'] })
    const projects = () => as(`Bearer ${token}`)('GET', '/api/projects/')
    expect((await projects()).status).toBe(401)
    sandbox.settings.generation = '8.0.9'
    expect((await projects()).json).toHaveLength(1)
    sandbox.settings.generation = '8.0.7'
    expect(((await projects()).json as object[]).length).toBeGreaterThan(1)
  })

  test('8.0.9 has bindings and the flag but no networks, and offers every scope', async () => {
    const { as, signedIn } = await start({ generation: '8.0.9' })
    const noflag = await signedIn('noflag')
    expect((await noflag('POST', tokensPath, bound)).status).toBe(400)
    expect((await noflag('GET', '/api/users/me/')).json).toMatchObject({ can_use_personal_access_tokens: false })
    const owner = await signedIn('owner')
    const response = await owner('POST', tokensPath, bound)
    const { token, uuid } = response.json as Created
    expect([response.status, Object.keys(response.json as object)]).toEqual([
      201,
      without(createdKeys, 'allowed_networks'),
    ])
    const shown = await as(`Bearer ${token}`)('GET', `${tokensPath}${uuid}/`)
    expect(Object.keys(shown.json as object)).toEqual(without(tokenKeys, 'allowed_networks'))
    expect((await owner('POST', `${tokensPath}${uuid}/set_network_acl/`, { allowed_networks: [] })).status).toBe(404)
    expect((await owner('GET', `${tokensPath}${'0'.repeat(32)}/`)).json).toEqual({ detail: 'Not found.' })
    expect((await (await signedIn('norole'))('GET', `${tokensPath}available_scopes/`)).json).toHaveLength(130)
  })

  test.each(releases)('%s: a name with braces', async (generation) => {
    const { sandbox, signedIn } = await start({ generation })
    const send = await signedIn('owner')
    const isName = generation === '8.1.2' || generation === '8.1.3'
    const named = async () => (await sandbox.tokensOf('owner')).filter(({ name }) => name === '{env}-deploy')
    const response = await send('POST', tokensPath, { ...goodToken, name: '{env}-deploy' })
    expect([response.status, (await named()).length]).toEqual([isName ? 201 : 500, 1])
    const [{ uuid } = { uuid: '' }] = await named()
    expect((await send('POST', `${tokensPath}${uuid}/rotate/`)).status).toBe(isName ? 201 : 500)
    expect((await named()).map((token) => token.isActive).sort()).toEqual([false, true])
  })
})
