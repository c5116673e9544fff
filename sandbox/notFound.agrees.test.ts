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
import type { FaultAnswer } from './faults.ts'
import type { Sandbox } from './sandbox.ts'
import { openSandbox } from './sandbox.ts'

// What the page makes of a 404 that somebody in front of Waldur says, asked of the page's own functions.

const LIST = '/api/personal-access-tokens/'
const anyToken = /^\/api\/personal-access-tokens\/[0-9a-f]{32}\/$/

/** A gateway, an ingress default backend, a rolling upgrade; and a Waldur that was asked for another address. */
const STRANGERS: { what: string; answer: FaultAnswer }[] = [
  { what: 'HTML', answer: { status: 404, body: '<h1>Not Found</h1>' } },
  {
    what: 'text',
    answer: { status: 404, body: 'default backend - 404', headers: { 'Content-Type': 'text/plain' } },
  },
  { what: 'foreign JSON', answer: { status: 404, body: { detail: 'Not Found' } } },
  { what: 'JSON like Waldur’s', answer: { status: 404, body: { detail: 'Not found.' } } },
  { what: 'nothing', answer: { status: 404 } },
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

/** Every request of this kind is answered so. */
const always = (method: string, path: string | RegExp, answer: FaultAnswer) =>
  sandbox.failNext(method, path, { ...answer, times: 99 })

const endToken = async (uuid: string) =>
  sandbox.app.request(`${LIST}${uuid}/`, {
    method: 'DELETE',
    headers: { Authorization: `Token ${await sandbox.signIn('owner')}` },
  })

describe.each(STRANGERS)('a 404 with $what', ({ answer }) => {
  let uuid: string
  beforeEach(async () => {
    await open()
    uuid = (await sandbox.createToken('owner', { name: 'ci' })).uuid
  })

  test('revokes nothing: a token that is seen alive afterwards came to nothing', async () => {
    always('DELETE', anyToken, answer)
    await expect(revoke(uuid)).rejects.toMatchObject({ status: 404, cameToNothing: true })
  })

  test('nor does it where every address of the token says so: then the list tells that it lives', async () => {
    for (const method of ['DELETE', 'GET']) always(method, anyToken, answer)
    await expect(revoke(uuid)).rejects.toMatchObject({ status: 404, cameToNothing: true })
    expect((await tokenNow(uuid))?.is_active).toBe(true)
    expect(await hasEnded(uuid)).toBe(false)
  })

  test('where everything says so, nothing is known', async () => {
    for (const path of [anyToken, LIST]) for (const method of ['DELETE', 'GET']) always(method, path, answer)
    await expect(revoke(uuid)).rejects.toMatchObject({ status: 404, cameToNothing: false })
    await expect(tokenNow(uuid)).rejects.toBeInstanceOf(ApiError)
    await expect(newestTokens()).rejects.toBeInstanceOf(ApiError)
    expect(await hasEnded(uuid)).toBeNull()
  })

  test('a token that has ended is found out to have', async () => {
    await endToken(uuid)
    always('DELETE', anyToken, answer)
    expect(await revoke(uuid)).toBe('already revoked')
    always('GET', anyToken, answer)
    expect(await revoke(uuid)).toBe('already revoked')
    expect(await hasEnded(uuid)).toBe(true)
  })

  test('a token that is in the whole list no longer is gone', async () => {
    await endToken(uuid)
    await sandbox.forgetInactive('owner')
    for (const method of ['DELETE', 'GET']) always(method, anyToken, answer)
    expect(await tokenNow(uuid)).toBeNull()
    expect(await revoke(uuid)).toBe('already revoked')
  })

  test('one that the list has in a form that cannot be read is not gone', async () => {
    sandbox.damageNext('GET', LIST, { kind: 'schema', damage: 'null', path: '0.scopes' })
    always('GET', anyToken, answer)
    await expect(tokenNow(uuid)).rejects.toBeInstanceOf(ApiError)
  })
})

test.each([
  ['200 without a word', { status: 200 }],
  ['200 and null', { status: 200, body: null }],
  ['a redirect that was followed to a page', { status: 200, body: '<h1>Welcome</h1>' }],
  ['202', { status: 202 }],
])('%s revokes nothing', async (_what, answer) => {
  await open()
  const { uuid } = await sandbox.createToken('owner', { name: 'ci' })
  sandbox.failNext('DELETE', anyToken, answer)
  await expect(revoke(uuid)).rejects.toThrow()
})

describe('the end of a list of 261', () => {
  beforeEach(() => open(250))

  const load = () => {
    const client = new QueryClient()
    onTestFinished(() => client.clear())
    return client.fetchInfiniteQuery({ ...tokenQueries.list(), pages: 9 })
  }

  test.each(STRANGERS)('is not a 404 with $what', async ({ answer }) => {
    always('GET', /[?&]page=2/, answer)
    await expect(load()).rejects.toBeInstanceOf(ApiError)
    await expect(requestPage(LIST, Token, { page: 2 })).rejects.toBeInstanceOf(ApiError)
    // Nor does a token end by it that is on another page.
    sandbox.failNext('GET', anyToken, answer)
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

  test('is where as many have come as Waldur counts', async () => {
    const { pages } = await load()
    expect(isWhole(pages)).toBe(true)
    expect(await tokenNow('0'.repeat(32))).toBeNull()
  })

  test('waits for one that was issued while the pages were read', async () => {
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

test('a page that Waldur itself says is past the end ends a list without a count', async () => {
  await open()
  const rows = await newestTokens()
  sandbox.failNext('GET', LIST, { status: 200, body: rows })
  const { pages } = await new QueryClient().fetchInfiniteQuery({ ...tokenQueries.list(), pages: 9 })
  expect(isWhole(pages)).toBe(true)
  expect(pages.flatMap((page) => page.rows)).toHaveLength(rows.length)
})

test('an empty list without a count is no empty list before Waldur says so', async () => {
  await open()
  sandbox.failNext('GET', LIST, { status: 200, body: [], times: 9 })
  const { pages } = await new QueryClient().fetchInfiniteQuery({ ...tokenQueries.list(), pages: 9 })
  expect([isWhole(pages), nextBatch(pages)]).toEqual([false, null])
})
