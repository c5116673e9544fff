import { QueryClient, QueryObserver } from '@tanstack/react-query'
import { afterEach, expect, test, vi } from 'vitest'
import { startSession } from '../src/api/credential.ts'
import { ApiError, isRequestError } from '../src/api/errors.ts'
import { createToken } from '../src/tokens/issue/mutations.ts'
import { learnLimits, limitsQuery, maxDaysNow, unlearnLimits } from '../src/tokens/limits/limits.ts'
import { rememberLimits } from '../src/tokens/limits/rememberedLimits.ts'
import type { IssuedToken } from '../src/tokens/schema.ts'
import type { Release } from './releases.ts'
import { has, releases } from './releases.ts'
import type { Sandbox } from './sandbox.ts'
import { openSandbox } from './sandbox.ts'

// What the page knows about Waldur's limits, by the page's own functions.

const DAY = 86_400_000
let sandbox: Sandbox
let stored: Map<string, string>

async function open(username: string, generation: Release = '8.1.3'): Promise<QueryClient> {
  sandbox = await openSandbox({ generation, settings: { PAT_MAX_LIFETIME_DAYS: 90, PAT_MAX_TOKENS_PER_USER: 12 } })
  vi.stubGlobal('navigator', { onLine: true })
  stored = new Map()
  vi.stubGlobal('window', {
    localStorage: {
      getItem: (key: string) => stored.get(key) ?? null,
      setItem: (key: string, value: string) => stored.set(key, value),
      removeItem: (key: string) => stored.delete(key),
    },
  })
  vi.stubGlobal('location', new URL('http://waldur.test/'))
  vi.stubGlobal('fetch', (url: string, init: RequestInit) => sandbox.app.request(url, init))
  startSession({ authorization: `Token ${await sandbox.signIn(username)}`, impersonated: null }, 'memory')
  return new QueryClient({ defaultOptions: { queries: { retry: false } } })
}

afterEach(async () => {
  vi.unstubAllGlobals()
  await sandbox.close()
})

test.each(releases)('staff can read the limits of %s', async (release) => {
  const client = await open('staff', release)
  const { days, tokens, networks } = await client.fetchQuery(limitsQuery(true))
  expect([days, tokens, networks]).toEqual([90, 12, has(release, 'networks') ? 50 : undefined])
})

test('a rejected request keeps the known limits', async () => {
  const client = await open('support')
  rememberLimits({ days: 60 })
  await expect(client.fetchQuery(limitsQuery(true))).rejects.toThrow()
  expect(maxDaysNow(client)).toBe(60)
})

test('limits that only staff can read are not stored in the browser', async () => {
  const client = await open('staff')
  await client.fetchQuery(limitsQuery(true))
  const rejected = new ApiError(400, [{ path: ['expires_at'], text: 'Expiration cannot exceed 30 days from now.' }])
  learnLimits(client, rejected, { expires_at: new Date(sandbox.now() + 60 * DAY).toISOString() }, null)
  expect(client.getQueryData(limitsQuery(true).queryKey)).toEqual({ days: 30, tokens: 12, networks: 50, isTold: true })
  expect([...stored.values()].map((text) => JSON.parse(text))).toEqual([
    { origin: 'http://waldur.test', at: expect.any(Number), days: 30 },
  ])
})

test('remembered limits are not marked as told by Waldur', async () => {
  const client = await open('owner')
  rememberLimits({ days: 90, tokens: 12 })
  const { data } = new QueryObserver(client, limitsQuery(false)).getCurrentResult()
  expect(data).toEqual({ days: 90, tokens: 12 })
})

test('others learn a limit from a rejection, and forget it once Waldur accepts more', async () => {
  const client = await open('owner')
  const create = async (days: number): Promise<IssuedToken | null> => {
    const expires_at = new Date(sandbox.now() + days * DAY).toISOString()
    const body = { name: 'ci', scopes: ['PROJECT.LIST'], allowed_scopes: [], expires_at }
    try {
      return await client.getMutationCache().build(client, createToken).execute(body)
    } catch (error) {
      if (!isRequestError(error)) throw error
      learnLimits(client, error, body, null)
      return null
    }
  }
  expect(await create(100)).toBeNull()
  expect(maxDaysNow(client)).toBe(90)
  sandbox.settings.PAT_MAX_LIFETIME_DAYS = 365
  for (const [days, known] of [
    [80, 90],
    [100, 365],
  ] as const) {
    const issued = await create(days)
    if (issued) unlearnLimits(client, issued, 0)
    expect(maxDaysNow(client)).toBe(known)
  }
})
