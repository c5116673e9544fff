import { describe, expect, test } from 'vitest'
import { oracleExchanges } from './oracle/oracle.ts'
import type { Send, Started } from './testClient.ts'
import { goodToken, inDays, start, tokensPath } from './testClient.ts'

interface Event {
  event_type: string
  message: string
  context: Record<string, unknown>
}

const eventsPath = '/api/events/'

const told = async (send: Send, query: Record<string, string>): Promise<Event[]> => {
  const { json, status } = await send('GET', `${eventsPath}?${new URLSearchParams({ page_size: '300', ...query })}`)
  expect(status).toBe(200)
  return json as Event[]
}
const typesOf = (events: Event[]) => events.map(({ event_type }) => event_type)

const urlOf = async (send: Send) => ((await send('GET', '/api/users/me/?field=url')).json as { url: string }).url

/** A world with a signed-in user, that user's own scope, and a function that creates tokens as the page does. */
async function started(username = 'owner', options: Parameters<typeof start>[0] = {}) {
  const world = await start(options)
  const send = await world.signedIn(username)
  const create = async (change = {}) =>
    (await send('POST', tokensPath, { ...goodToken, ...change })).json as { uuid: string; token: string }
  return { ...world, send, create, scope: await urlOf(send) }
}

const use = ({ as }: Pick<Started, 'as'>, token: string, address = '192.0.2.1') =>
  as(`Bearer ${token}`)('GET', tokensPath, undefined, { 'X-Forwarded-For': address })

describe('who sees events', () => {
  test('without a scope, only staff and support', async () => {
    const { signedIn, send } = await started()
    expect(await told(send, {})).toEqual([])
    for (const username of ['staff', 'support']) {
      expect((await told(await signedIn(username), {})).length).toBeGreaterThan(20)
    }
  })

  test('users see their own by their URL, of which only the path counts', async () => {
    const { send, scope } = await started()
    const own = await told(send, { scope })
    expect(own.length).toBeGreaterThan(10)
    expect(await told(send, { scope: `https://elsewhere.example.org${new URL(scope).pathname}` })).toEqual(own)
  })

  test('only staff and support see someone else’s', async () => {
    const { signedIn, scope } = await started()
    expect(await told(await signedIn('manager'), { scope })).toEqual([])
    expect((await told(await signedIn('staff'), { scope })).length).toBeGreaterThan(10)
  })

  test('a single event is visible exactly if the list shows it', async () => {
    const { send, scope, signedIn } = await started()
    const [event] = (await told(send, { scope })) as { uuid?: string }[]
    expect((await send('GET', `${eventsPath}${event?.uuid}/`)).status).toBe(404)
    expect((await send('GET', `${eventsPath}${event?.uuid}/?scope=${scope}`)).json).toEqual(event)
    expect((await (await signedIn('staff'))('GET', `${eventsPath}${event?.uuid}/`)).json).toEqual(event)
  })

  test('an invalid scope is rejected', async () => {
    const { send } = await started()
    for (const scope of ['', 'me', `http://sandbox/api/users/${'0'.repeat(32)}/`, '/api/nothing/1/']) {
      const response = await send('GET', `${eventsPath}?scope=${encodeURIComponent(scope)}`)
      expect([response.status, response.json]).toEqual([400, [`Can't restore object from url: ${scope}`]])
    }
  })
})

describe('the events of a token', () => {
  test('creation, rotation, revocation and expiry have its name, but not its uuid', async () => {
    const { create, sandbox, scope, send } = await started('owner', { settings: { TOKEN_LIFETIME: null } })
    const { uuid } = await create({ name: 'told' })
    const next = (await send('POST', `${tokensPath}${uuid}/rotate/`)).json as { uuid: string }
    for (let time = 0; time < 2; time += 1) await send('DELETE', `${tokensPath}${next.uuid}/`)
    await create({ name: 'told', expires_at: inDays(2) })
    sandbox.advance(3 * 86_400_000)
    await sandbox.runExpiryJob()
    const all = await told(send, { scope, message: 'TOLD' })
    const ends = ['pat_revoked', 'pat_revoked', 'pat_rotated', 'pat_created']
    expect(typesOf(all)).toEqual(['pat_expired', 'pat_created', ...ends])
    for (const { context } of all) {
      expect(context).toMatchObject({ pat_name: 'told' })
      expect(context).not.toHaveProperty('pat_uuid')
    }
    for (const token of [uuid, next.uuid]) expect(await told(send, { scope, pat_uuid: token })).toEqual([])
  })

  test('a change of its networks has the old and new ones, and its uuid', async () => {
    const { create, scope, send } = await started()
    const { uuid } = await create({ allowed_networks: ['192.0.2.0/24'] })
    const networks = { allowed_networks: ['2001:db8::/32', '198.51.100.7'] }
    await send('POST', `${tokensPath}${uuid}/set_network_acl/`, networks)
    const [event, ...rest] = await told(send, { scope, pat_uuid: uuid })
    expect(rest).toEqual([])
    expect(event).toMatchObject({
      event_type: 'pat_network_acl_updated',
      context: { old_allowed_networks: ['192.0.2.0/24'], new_allowed_networks: ['2001:db8::/32', '198.51.100.7/32'] },
    })
  })

  test('a use from a new address is recorded, but not the first use', async () => {
    const world = await started()
    const { token, uuid } = await world.create()
    for (const address of ['192.0.2.1', '192.0.2.1', '192.0.2.2', '192.0.2.1', '192.0.2.2']) {
      await use(world, token, address)
    }
    const events = await told(world.send, { scope: world.scope, pat_uuid: uuid })
    expect(events.map(({ context }) => context['source_ip'])).toEqual(['192.0.2.1', '192.0.2.2'])
    expect(events[1]?.message).toContain('used from new IP 192.0.2.2 (previous: 192.0.2.1).')
  })

  test('a denied use is recorded with its reason, once in ten minutes for each address', async () => {
    const world = await started()
    const { token, uuid } = await world.create({ allowed_networks: ['192.0.2.0/24'] })
    const deny = async (address?: string) => expect((await use(world, token, address)).status).toBe(401)
    await deny('203.0.113.9')
    await deny('203.0.113.9')
    await deny('nonsense')
    world.sandbox.advance(600_000)
    await deny('203.0.113.9')
    await world.sandbox.setUser('owner', { canUsePats: false })
    await deny()
    await world.sandbox.setUser('owner', { canUsePats: true })
    await world.send('DELETE', `${tokensPath}${uuid}/`)
    await deny()
    await deny()
    const events = await told(world.send, { scope: world.scope, pat_uuid: uuid })
    expect(events.map(({ event_type, context }) => [event_type, context['source_ip'], context['reason']])).toEqual([
      ['pat_authentication_rejected', '192.0.2.1', 'revoked'],
      ['pat_authentication_rejected', '192.0.2.1', 'permission_revoked'],
      ['pat_access_denied_from_ip', '203.0.113.9', undefined],
      ['pat_access_denied_from_ip', '', undefined],
      ['pat_access_denied_from_ip', '203.0.113.9', undefined],
    ])
  })

  test('denials are recorded only up to the hourly limit', async () => {
    const world = await started('owner', { settings: { PAT_MAX_AUDIT_EVENTS_PER_HOUR: 3 } })
    const { token, uuid } = await world.create({ allowed_networks: ['192.0.2.0/24'] })
    for (let last = 1; last <= 5; last += 1) await use(world, token, `203.0.113.${last}`)
    expect(await told(world.send, { scope: world.scope, pat_uuid: uuid })).toHaveLength(3)
  })

  test('the use of an expired token is not recorded', async () => {
    const world = await started('owner', { settings: { TOKEN_LIFETIME: null } })
    const { token, uuid } = await world.create({ expires_at: inDays(1) })
    world.sandbox.advance(86_400_000)
    expect((await use(world, token)).status).toBe(401)
    expect(await told(world.send, { scope: world.scope, pat_uuid: uuid })).toEqual([])
  })

  test('deactivating the user records one event, which names no token', async () => {
    const { sandbox, scope, signedIn } = await started()
    await sandbox.setUser('owner', { isActive: false })
    const [event] = await told(await signedIn('staff'), { scope, event_type: 'pat_revoked' })
    expect(event?.message).toMatch(/^All personal access tokens \(\d+\) for user owner have been revoked/)
    expect(event?.context).not.toHaveProperty('pat_name')
  })
})

describe('the events of requests made with a token', () => {
  const renamed = async (world: Awaited<ReturnType<typeof started>>) => {
    const project = await world.sandbox.entity('project', 'Genomics')
    const { token, uuid } = await world.create({ name: 'renamer', scopes: ['PROJECT.UPDATE'] })
    const path = `/api/projects/${project.uuid}/`
    for (const name of ['Genomics 2', 'Genomics 2']) {
      expect((await world.as(`Bearer ${token}`)('PATCH', path, { name })).status).toBe(200)
    }
    return { uuid, project: `${world.origin}${path}` }
  }

  test('name the token; staff find them by its uuid, one for each actual change', async () => {
    const world = await started('staff')
    const { uuid } = await renamed(world)
    const [event, ...rest] = await told(world.send, { pat_uuid: uuid })
    expect(rest).toEqual([])
    expect(event).toMatchObject({
      event_type: 'project_update_succeeded',
      message: "Project Genomics 2 has been updated. Name has been changed from 'Genomics' to 'Genomics 2'.",
      context: { auth_method: 'pat', pat_uuid: uuid, pat_name: 'renamer', user_username: 'staff' },
    })
    expect(await told(world.send, { auth_method: 'pat', event_type: 'project_update_succeeded' })).toContainEqual(event)
  })

  test('are found by other users under the changed entity, not under the user', async () => {
    const world = await started()
    const { uuid, project } = await renamed(world)
    expect(await told(world.send, { scope: world.scope, pat_uuid: uuid })).toEqual([])
    expect(typesOf(await told(world.send, { scope: project, pat_uuid: uuid }))).toEqual(['project_update_succeeded'])
    expect(await told(await world.signedIn('norole'), { scope: project, pat_uuid: uuid })).toEqual([])
  })

  test('include the sign-out of the token’s owner', async () => {
    const world = await started()
    const { token, uuid } = await world.create()
    expect((await world.as(`Bearer ${token}`)('POST', '/api-auth/logout/')).status).toBe(204)
    const again = await world.signedIn('owner')
    expect(typesOf(await told(again, { scope: world.scope, pat_uuid: uuid }))).toEqual(['auth_logged_out'])
  })
})

test('an invalid uuid is rejected', async () => {
  const { send } = await started()
  const response = await send('GET', `${eventsPath}?pat_uuid=nonsense`)
  expect([response.status, response.json]).toEqual([400, { pat_uuid: ['Enter a valid UUID.'] }])
})

test('8.0.9 ignores unknown filters, and its events name no tokens', async () => {
  const { create, scope, send } = await started('owner', { generation: '8.0.9' })
  const { uuid } = await create()
  const events = await told(send, { scope, pat_uuid: uuid })
  expect(events.length).toBeGreaterThan(10)
  expect(await told(send, { scope, pat_uuid: 'nonsense', auth_method: 'pat' })).toEqual(events)
  const keys = new Set(events.flatMap(({ context }) => Object.keys(context)))
  for (const key of ['pat_uuid', 'pat_name', 'auth_method', 'source_ip']) expect(keys).not.toContain(key)
  expect(new Set(typesOf(events))).not.toContain('pat_network_acl_updated')
})

test('events have the keys and messages of Waldur’s own', async () => {
  const bodies = (oracleExchanges()['events']?.exchanges ?? []).map(({ response }) => response.body)
  const recorded = bodies.flatMap((body) => (Array.isArray(body) ? (body as Event[]) : []))
  const { scope, signedIn } = await started()
  const ours = [...(await told(await signedIn('staff'), { scope })), ...(await told(await signedIn('staff'), {}))]
  const words = ({ message, context }: Event) =>
    ['pat_name', 'affected_user_username', 'source_ip'].reduce(
      (text, key) => [' ', '.', ':'].reduce((all, end) => all.replace(` ${context[key]}${end}`, ` …${end}`), text),
      message,
    )
  for (const type of new Set(typesOf(recorded).filter((one) => one.startsWith('pat_')))) {
    const same = (event: Event) => event.event_type === type
    const known = new Set(recorded.filter(same).flatMap(({ context }) => Object.keys(context)))
    const found = ours.filter(same)
    expect(found.length, type).toBeGreaterThan(0)
    for (const event of found) {
      for (const key of Object.keys(event.context)) expect(known, type).toContain(key)
      const said = recorded.filter(same).map(words)
      expect(said, type).toContain(words(event))
    }
  }
})
