import { describe, expect, test } from 'vitest'
import { goodToken, inDays, start, testStart, tokensPath } from './testClient.ts'

const noJwt = { detail: 'Invalid JWT token.' }
const badToken = { detail: 'Invalid token.' }

describe('a credential', () => {
  test.each([
    [undefined, 'Authentication credentials were not provided.'],
    ['Basic YTpi', 'Authentication credentials were not provided.'],
    ['Token', 'Invalid token. No credentials provided.'],
    ['Token a b', 'Invalid token. Token string should not contain spaces.'],
    [`Token ${'0'.repeat(40)}`, 'Invalid token.'],
    ['Bearer', 'Invalid token. No credentials provided.'],
    ['Bearer eyJhbGciOi', 'Invalid JWT token.'],
    ['Bearer w_nonsense', 'Invalid token.'],
    [`Bearer w_4102444800_${'a'.repeat(43)}`, 'Invalid token.'],
    [`Bearer w_1_${'a'.repeat(43)}`, 'Invalid token.'],
  ])('%s gets 401 with a challenge', async (authorization, detail) => {
    const { as } = await start()
    for (const method of ['GET', 'PUT']) {
      const response = await as(authorization)(method, tokensPath)
      expect([response.status, response.json, response.headers.get('WWW-Authenticate')]).toEqual([
        401,
        { detail },
        'Token',
      ])
    }
  })

  test('may have its scheme in any case', async () => {
    const { as, sandbox } = await start()
    expect((await as(`tOkEn ${await sandbox.signIn('owner')}`)('GET', tokensPath)).status).toBe(200)
  })
})

describe('a sign-in', () => {
  const path = '/api-auth/password/'

  test('returns the same token until it ends', async () => {
    const { as, sandbox } = await start()
    const send = as()
    const first = await send('POST', path, { username: 'owner', password: 'owner' })
    const { token } = first.json as { token: string }
    expect([first.status, token]).toEqual([200, expect.stringMatching(/^[0-9a-f]{40}$/)])
    expect((await send('POST', path, { username: 'owner', password: 'owner' })).json).toEqual({ token })
    sandbox.advance(3_601_000)
    const ended = await as(`Token ${token}`)('GET', tokensPath)
    expect([ended.status, ended.json]).toEqual([401, { detail: 'Token has expired.' }])
    expect((await send('POST', path, { username: 'owner', password: 'owner' })).json).not.toEqual({ token })
  })

  test('is extended by use, at most once per half lifetime', async () => {
    const { sandbox, signedIn } = await start()
    const owner = await signedIn('owner')
    for (let time = 0; time < 5; time += 1) {
      sandbox.advance(2_400_000)
      expect((await owner('GET', tokensPath)).status).toBe(200)
    }
  })

  test('requires both fields', async () => {
    const response = await (await start()).as()('POST', path, { username: ' ' })
    const words = { username: ['This field may not be blank.'], password: ['This field is required.'] }
    expect([response.status, response.json]).toEqual([400, words])
  })

  test('is rejected for a deactivated user, and if the method is off', async () => {
    const { as, sandbox } = await start()
    const disabled = await as()('POST', path, { username: 'disabled', password: 'disabled' })
    expect([disabled.status, disabled.json]).toEqual([401, { detail: 'User account is disabled.' }])
    sandbox.settings.LOCAL_SIGNIN = false
    const off = await as()('POST', path, { username: 'owner', password: 'owner' })
    const words = 'Authentication method is disabled. Please use another authentication method or contact staff.'
    expect([off.status, off.json]).toEqual([401, { detail: words }])
  })

  test('locks a username for ten minutes after four failures, and longer after more attempts', async () => {
    const { as, sandbox } = await start()
    const attempt = async (password: string) => (await as()('POST', path, { username: 'owner', password })).json
    for (let failure = 0; failure < 4; failure += 1) {
      expect(await attempt('wrong')).toEqual({ detail: 'Invalid username/password.' })
    }
    const locked = { detail: 'Username is locked out. Try in 10 minutes.' }
    expect(await attempt('owner')).toEqual(locked)
    sandbox.advance(9 * 60_000)
    expect(await attempt('wrong')).toEqual(locked)
    sandbox.advance(9 * 60_000)
    expect(await attempt('owner')).toEqual(locked)
    expect((await as()('POST', path, { username: 'staff', password: 'staff' })).status).toBe(200)
    sandbox.advance(10 * 60_000 + 1000)
    expect(await attempt('owner')).toHaveProperty('token')
  })

  test('ends for every browser at sign-out, and tokens keep working', async () => {
    const { as, sandbox, signedIn } = await start()
    const [one, other] = [await signedIn('owner'), await signedIn('owner')]
    const { token } = await sandbox.createToken('owner')
    expect((await one('POST', '/api-auth/logout/')).status).toBe(204)
    expect((await other('GET', tokensPath)).json).toEqual(badToken)
    expect((await as(`Bearer ${token}`)('GET', tokensPath)).status).toBe(200)
  })

  test('is rejected once the user is deactivated', async () => {
    const { sandbox, signedIn } = await start()
    const owner = await signedIn('owner')
    await sandbox.setUser('owner', { isActive: false })
    expect((await owner('GET', tokensPath)).json).toEqual({ detail: 'User inactive or deleted.' })
  })

  test('of staff can impersonate a user, without access to the user’s sign-in token', async () => {
    const { signedIn } = await start()
    const [staff, owner] = [await signedIn('staff'), await signedIn('owner')]
    const { uuid } = (await owner('GET', '/api/users/me/?field=uuid')).json as { uuid: string }
    const acting = await staff('GET', '/api/users/me/', undefined, { 'X-Impersonated-User-Uuid': uuid })
    expect(acting.json).toMatchObject({ username: 'owner' })
    expect(acting.json).not.toHaveProperty('token')
    const other = { 'X-Impersonated-User-Uuid': uuid }
    const member = await (await signedIn('member'))('GET', '/api/users/me/', undefined, other)
    expect(member.json).toMatchObject({ username: 'member' })
  })
})

describe('a PAT', () => {
  test('can read tokens but not manage them', async () => {
    const { as, sandbox } = await start()
    const { token, uuid } = await sandbox.createToken('owner')
    const send = as(`Bearer ${token}`)
    for (const path of ['', `${uuid}/`, 'available_scopes/', 'available_binding_targets/']) {
      expect((await send('GET', tokensPath + path)).status).toBe(200)
    }
    const words = { detail: 'PAT management requires session or token authentication.' }
    const managing = [
      ['POST', tokensPath],
      ['POST', `${tokensPath}${uuid}/rotate/`],
      ['POST', `${tokensPath}${uuid}/set_network_acl/`],
      ['DELETE', `${tokensPath}${uuid}/`],
    ] as const
    for (const [method, path] of managing) {
      const response = await send(method, path, {})
      expect([response.status, response.json]).toEqual([403, words])
    }
  })

  test('gets the same 401 for every reason, which only the events show', async () => {
    const { as, sandbox, signedIn } = await start()
    const { token, uuid } = await sandbox.createToken('owner', { allowed_networks: ['127.0.0.1/32'] })
    const use = (headers?: Record<string, string>) => as(`Bearer ${token}`)('GET', tokensPath, undefined, headers)
    expect((await use()).status).toBe(200)
    const outside = await use({ 'X-Forwarded-For': '203.0.113.9, 127.0.0.1' })
    expect([outside.status, outside.json]).toEqual([401, badToken])
    await sandbox.setUser('owner', { canUsePats: false })
    expect((await use()).json).toEqual(badToken)
    await sandbox.setUser('owner', { canUsePats: true })
    expect((await use()).status).toBe(200)
    const events = await (await signedIn('staff'))('GET', `/api/events/?pat_uuid=${uuid}`)
    const kinds = (events.json as { event_type: string }[]).map(({ event_type }) => event_type)
    expect(kinds).toEqual(['pat_authentication_rejected', 'pat_access_denied_from_ip'])
    await sandbox.setUser('owner', { isActive: false })
    await sandbox.setUser('owner', { isActive: true })
    expect((await use()).json).toEqual(badToken)
    expect((await sandbox.tokensOf('owner')).some(({ isActive }) => isActive)).toBe(false)
  })

  test('is rejected once it has expired, before and after the expiry job', async () => {
    const { as, sandbox } = await start()
    const { token, uuid } = await sandbox.createToken('norole', { expires_at: inDays(1) })
    const state = async () => (await sandbox.tokensOf('norole')).find((row) => row.uuid === uuid)
    sandbox.advance(86_400_000)
    expect((await as(`Bearer ${token}`)('GET', tokensPath)).json).toEqual(badToken)
    expect((await state())?.isActive).toBe(true)
    await sandbox.runExpiryJob()
    expect((await state())?.isActive).toBe(false)
  })

  test('does not work while PATs are turned off', async () => {
    const { as, sandbox, signedIn } = await start()
    const { token } = await sandbox.createToken('owner')
    sandbox.settings.PAT_ENABLED = false
    expect((await as(`Bearer ${token}`)('GET', tokensPath)).json).toEqual(noJwt)
    expect((await (await signedIn('owner'))('POST', tokensPath, goodToken)).status).toBe(201)
    const configuration = await as()('GET', '/api/configuration/')
    expect(configuration.json).toMatchObject({ WALDUR_CORE: { PAT_ENABLED: false } })
    expect(configuration.text).not.toContain('PAT_MAX')
    sandbox.settings.PAT_ENABLED = true
    expect((await as(`Bearer ${token}`)('GET', tokensPath)).status).toBe(200)
  })

  test('counts ten-minute periods and changes of address, not requests', async () => {
    const { as, sandbox } = await start()
    const { token } = await sandbox.createToken('norole')
    const use = (address: string) => as(`Bearer ${token}`)('GET', tokensPath, undefined, { 'X-Forwarded-For': address })
    const usage = async () => (await sandbox.tokensOf('norole')).at(-1)
    await Promise.all([use('192.0.2.1'), use('192.0.2.1'), use('192.0.2.1')])
    expect(await usage()).toMatchObject({ useCount: 1, lastUsedIp: '192.0.2.1' })
    expect(Math.floor(((await usage())?.lastUsedAt ?? 0) / 60_000)).toBe(testStart / 60_000)
    await use('192.0.2.2')
    expect(await usage()).toMatchObject({ useCount: 2, lastUsedIp: '192.0.2.2' })
    sandbox.advance(600_000)
    await use('192.0.2.2')
    expect(await usage()).toMatchObject({ useCount: 3 })
    for (let change = 0; change < 60; change += 1) await use(`198.51.100.${change % 2}`)
    // The budget is fifty changes of address an hour, and the second use was one of them.
    expect(await usage()).toMatchObject({ useCount: 52 })
  })
})
