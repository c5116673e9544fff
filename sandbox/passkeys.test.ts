import { expect, test } from 'vitest'
import { goodToken, start, tokensPath } from './testClient.ts'

const enforced = { settings: { PASSKEY_ENFORCED_FOR_STAFF: true } }

test('a right password starts the passkey ceremony; a wrong one is rejected as usual', async () => {
  const { as } = await start({ settings: { PASSKEY_REQUIRED: true } })
  const signIn = (password: string) => as()('POST', '/api-auth/password/', { username: 'owner', password })
  const right = await signIn('owner')
  expect([right.status, right.json]).toEqual([
    401,
    {
      detail: expect.any(String),
      passkey_required: true,
      pending_passkey_ceremony: expect.stringMatching(/^[0-9a-f-]{36}$/),
    },
  ])
  expect((await signIn('wrong')).json).toEqual({ detail: 'Invalid username/password.' })
  expect((await as()('POST', '/api/passkeys/mfa/begin/', {})).status).toBe(404)
})

test.each(['staff', 'support'])('without a passkey, %s can do everything but issue tokens', async (who) => {
  const { sandbox, signedIn } = await start(enforced)
  const { uuid } = await sandbox.createToken(who)
  const send = await signedIn(who)
  for (const path of [tokensPath, `${tokensPath}${uuid}/rotate/`]) {
    const { status, json } = await send('POST', path, goodToken)
    expect([status, json]).toEqual([
      403,
      { detail: 'Creating a personal access token requires a passkey-verified session.' },
    ])
  }
  const networks = { allowed_networks: ['192.0.2.0/24'] }
  expect((await send('POST', `${tokensPath}${uuid}/set_network_acl/`, networks)).status).toBe(200)
  expect((await send('GET', tokensPath)).status).toBe(200)
  expect((await send('DELETE', `${tokensPath}${uuid}/`)).status).toBe(204)
  expect((await (await signedIn('owner'))('POST', tokensPath, goodToken)).status).toBe(201)
})

test('a passkey verifies the same session, until that ends', async () => {
  const { sandbox, as } = await start(enforced)
  const key = await sandbox.signIn('staff')
  const create = async () => (await as(`Token ${await sandbox.signIn('staff')}`)('POST', tokensPath, goodToken)).status
  expect(await create()).toBe(403)
  expect(await sandbox.signIn('staff', 'with passkey')).toBe(key)
  expect(await create()).toBe(201)
  sandbox.advance(2 * 3_600_000)
  expect(await create()).toBe(403)
})

test('impersonating needs a passkey too, and only staff can', async () => {
  const { as, sandbox, signedIn } = await start(enforced)
  const { json } = await (await signedIn('owner'))('GET', '/api/users/me/?field=uuid')
  const { uuid } = json as { uuid: string }
  const whoIs = async (username: string) => {
    const send = as(`Token ${await sandbox.signIn(username)}`)
    return await send('GET', '/api/users/me/?field=username', undefined, { 'X-Impersonated-User-Uuid': uuid })
  }
  const rejected = await whoIs('staff')
  expect([rejected.status, rejected.json]).toEqual([
    401,
    { detail: 'Impersonation requires a passkey-verified session.' },
  ])
  expect((await whoIs('support')).json).toEqual({ username: 'support' })
  await sandbox.signIn('staff', 'with passkey')
  expect((await whoIs('staff')).json).toEqual({ username: 'owner' })
})

test('a release without passkeys never requires one', async () => {
  const settings = { PASSKEY_REQUIRED: true, PASSKEY_ENFORCED_FOR_STAFF: true }
  const { as, signedIn } = await start({ generation: '8.1.2', settings })
  const signIn = await as()('POST', '/api-auth/password/', { username: 'owner', password: 'owner' })
  expect(signIn.status).toBe(200)
  expect((await (await signedIn('staff'))('POST', tokensPath, goodToken)).status).toBe(201)
  const configuration = await as()('GET', '/api/configuration/')
  expect(configuration.text).not.toContain('PASSKEY')
})
