import { QueryClient } from '@tanstack/react-query'
import { afterEach, beforeEach, describe, expect, onTestFinished, test, vi } from 'vitest'
import { isWhole, nextBatch } from '../src/api/allPages.ts'
import { requestPage } from '../src/api/client.ts'
import { startSession } from '../src/api/credential.ts'
import { ApiError } from '../src/api/errors.ts'
import { newestTokens, tokenQueries } from '../src/tokens/queries.ts'
import { revoke } from '../src/tokens/revoke.ts'
import { Token } from '../src/tokens/schema.ts'
import { hasEnded, tokenNow } from '../src/tokens/tokenNow.ts'
import type { FaultResponse } from './faults.ts'
import type { Sandbox } from './sandbox.ts'
import { openSandbox } from './sandbox.ts'

// How the page's own functions handle a 404 that comes from a server in front of Waldur.

const LIST = '/api/personal-access-tokens/'
const anyToken = /^\/api\/personal-access-tokens\/[0-9a-f]{32}\/$/

/** A gateway, an ingress default backend, a rolling upgrade; and a Waldur server at another path. */
const STRANGERS: { what: string; response: FaultResponse }[] = [
  { what: 'HTML', response: { status: 404, body: '<h1>Not Found</h1>' } },
  {
    what: 'text',
    response: { status: 404, body: 'default backend - 404', headers: { 'Content-Type': 'text/plain' } },
  },
  { what: 'foreign JSON', response: { status: 404, body: { detail: 'Not Found' } } },
  { what: 'JSON like Waldur’s', response: { status: 404, body: { detail: 'Not found.' } } },
  { what: 'nothing', response: { status: 404 } },
]

let sandbox: Sandbox

async function open(tokens = 0): Promise<void> {
  sandbox = await openSandbox({ tokens })
  vi.stubGlobal('navigator', { onLine: true })
  vi.stubGlobal('location', new URL('http://waldur.test/'))
  vi.stubGlobal('fetch', (url: string, init: RequestInit) => sandbox.app.request(url, init))
  startSession({ authorization: `Token ${await sandbox.signIn('owner')}`, impersonated: null }, 'memory')
}

afterEach(async () => {
  vi.unstubAllGlobals()
  await sandbox.close()
})

/** Responds to every such request with this. */
const always = (method: string, path: string | RegExp, response: FaultResponse) =>
  sandbox.failNext(method, path, { ...response, times: 99 })

const endToken = async (uuid: string) =>
  sandbox.app.request(`${LIST}${uuid}/`, {
    method: 'DELETE',
    headers: { Authorization: `Token ${await sandbox.signIn('owner')}` },
  })

describe.each(STRANGERS)('a 404 with $what', ({ response }) => {
  let uuid: string
  beforeEach(async () => {
    await open()
    uuid = (await sandbox.createToken('owner', { name: 'ci' })).uuid
  })

  test('does not count as a revocation if the token is still active afterwards', async () => {
    always('DELETE', anyToken, response)
    await expect(revoke(uuid)).rejects.toMatchObject({ status: 404, changedNothing: true })
  })

  test('nor if every path of the token returns it: the list shows that the token is active', async () => {
    for (const method of ['DELETE', 'GET']) always(method, anyToken, response)
    await expect(revoke(uuid)).rejects.toMatchObject({ status: 404, changedNothing: true })
    expect((await tokenNow(uuid))?.is_active).toBe(true)
    expect(await hasEnded(uuid)).toBe(false)
  })

  test('leaves the token’s state unknown if the list returns it too', async () => {
    for (const path of [anyToken, LIST]) for (const method of ['DELETE', 'GET']) always(method, path, response)
    await expect(revoke(uuid)).rejects.toMatchObject({ status: 404, changedNothing: false })
    await expect(tokenNow(uuid)).rejects.toBeInstanceOf(ApiError)
    await expect(newestTokens()).rejects.toBeInstanceOf(ApiError)
    expect(await hasEnded(uuid)).toBeNull()
  })

  test('does not hide that a token has ended', async () => {
    await endToken(uuid)
    always('DELETE', anyToken, response)
    expect(await revoke(uuid)).toBe('already revoked')
    always('GET', anyToken, response)
    expect(await revoke(uuid)).toBe('already revoked')
    expect(await hasEnded(uuid)).toBe(true)
  })

  test('a token missing from the whole list is gone', async () => {
    await endToken(uuid)
    await sandbox.forgetInactive('owner')
    for (const method of ['DELETE', 'GET']) always(method, anyToken, response)
    expect(await tokenNow(uuid)).toBeNull()
    expect(await revoke(uuid)).toBe('already revoked')
  })

  test('a token that is unreadable in the list is not gone', async () => {
    sandbox.damageNext('GET', LIST, { kind: 'schema', damage: 'null', path: '0.scopes' })
    always('GET', anyToken, response)
    await expect(tokenNow(uuid)).rejects.toBeInstanceOf(ApiError)
  })
})

test.each([
  ['200 without a body', { status: 200 }],
  ['200 and null', { status: 200, body: null }],
  ['a redirect to a page', { status: 200, body: '<h1>Welcome</h1>' }],
  ['202', { status: 202 }],
])('%s does not count as a revocation', async (_what, response) => {
  await open()
  const { uuid } = await sandbox.createToken('owner', { name: 'ci' })
  sandbox.failNext('DELETE', anyToken, response)
  await expect(revoke(uuid)).rejects.toThrow()
})

describe('the end of a list of 261', () => {
  beforeEach(() => open(250))

  const load = () => {
    const client = new QueryClient()
    onTestFinished(() => client.clear())
    return client.fetchInfiniteQuery({ ...tokenQueries.list(), pages: 9 })
  }

  test.each(STRANGERS)('is not a 404 with $what', async ({ response }) => {
    always('GET', /[?&]page=2/, response)
    await expect(load()).rejects.toBeInstanceOf(ApiError)
    await expect(requestPage(LIST, Token, { page: 2 })).rejects.toBeInstanceOf(ApiError)
    // This 404 doesn't mean either that a token on another page has ended.
    sandbox.failNext('GET', anyToken, response)
    const { uuid } = await sandbox.createToken('owner', { name: 'ci' })
    await expect(tokenNow(uuid)).rejects.toBeInstanceOf(ApiError)
  })

  test.each([
    ['an empty list', []],
    ['a list that stops short', undefined],
  ])('is not %s', async (_what, body) => {
    if (body) sandbox.failNext('GET', /[?&]page=2/, { status: 200, body, times: 9 })
    else {
      const row = (await newestTokens())[0]
      sandbox.failNext('GET', /[?&]page=2/, { status: 200, body: [row], times: 9 })
    }
    const { pages } = await load()
    expect([isWhole(pages), nextBatch(pages)]).toEqual([false, null])
    sandbox.failNext('GET', anyToken, { status: 404 })
    await expect(tokenNow('0'.repeat(32))).rejects.toBeInstanceOf(ApiError)
  })

  test('is reached once as many rows as Waldur counts are read', async () => {
    const { pages } = await load()
    expect(isWhole(pages)).toBe(true)
    expect(await tokenNow('0'.repeat(32))).toBeNull()
  })

  test('includes a token issued while the pages were read', async () => {
    const release = sandbox.holdNext('GET', /[?&]page=2/)
    const loading = load()
    await expect.poll(() => sandbox.requests.filter(({ status }) => status === 200).length).toBeGreaterThan(0)
    const { uuid } = await sandbox.createToken('owner', { name: 'ci' })
    release()
    const { pages } = await loading
    expect(isWhole(pages)).toBe(true)
    expect(pages.flatMap(({ rows }) => rows).map((token) => token.uuid)).toContain(uuid)
  })
})

test('without a count, Waldur’s own response for a page past the end is the end of the list', async () => {
  await open()
  const rows = await newestTokens()
  sandbox.failNext('GET', LIST, { status: 200, body: rows })
  const { pages } = await new QueryClient().fetchInfiniteQuery({ ...tokenQueries.list(), pages: 9 })
  expect(isWhole(pages)).toBe(true)
  expect(pages.flatMap((page) => page.rows)).toHaveLength(rows.length)
})

test('without a count, an empty page is not the end until Waldur says so', async () => {
  await open()
  sandbox.failNext('GET', LIST, { status: 200, body: [], times: 9 })
  const { pages } = await new QueryClient().fetchInfiniteQuery({ ...tokenQueries.list(), pages: 9 })
  expect([isWhole(pages), nextBatch(pages)]).toEqual([false, null])
})
