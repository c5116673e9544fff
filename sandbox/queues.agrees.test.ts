import { QueryClient } from '@tanstack/react-query'
import { afterEach, expect, test, vi } from 'vitest'
import { startSession } from '../src/api/credential.ts'
import { fetchUser } from '../src/auth/user.ts'
import { newestTokens } from '../src/tokens/queries.ts'
import { queuesOf, queuesQuery } from '../src/tokens/queues/queues.ts'
import type { Release } from './releases.ts'
import type { Sandbox } from './sandbox.ts'
import { openSandbox } from './sandbox.ts'

// What the page finds out about event queues on each release, by the page's own functions.

let sandbox: Sandbox

afterEach(async () => {
  vi.unstubAllGlobals()
  await sandbox.close()
})

async function open(username: string, generation: Release = '8.1.3') {
  sandbox = await openSandbox({ generation })
  vi.stubGlobal('navigator', { onLine: true })
  vi.stubGlobal('location', new URL('http://waldur.test/'))
  vi.stubGlobal('fetch', (url: string, init: RequestInit) => sandbox.app.request(url, init))
  startSession({ authorization: `Token ${await sandbox.signIn(username)}`, impersonated: null }, 'memory')
  const { uuid } = await fetchUser({})
  const client = new QueryClient({ defaultOptions: { queries: { retry: false } } })
  const read = () => client.fetchQuery({ ...queuesQuery(uuid), staleTime: 0 })
  return { read, tokens: await newestTokens() }
}

test('the queues of a token and of the one it replaced; staff see none of other users', async () => {
  const { read, tokens } = await open('owner')
  const queues = await read()
  const count = (name: string) =>
    tokens.filter((token) => token.name === name).map((one) => queuesOf(one, queues).length)
  expect(count('slurm-sync')).toEqual([2, 2])
  expect(count('terraform')).toEqual([0])
  await sandbox.close()
  const staff = await open('staff')
  expect(await staff.read()).toEqual({ registered: [], areSome: false })
})

test('queues are read page by page, up to a limit', async () => {
  const { read, tokens } = await open('owner')
  const [token] = tokens
  const stored = (await sandbox.tokensOf('owner')).find(({ uuid }) => uuid === token?.uuid)
  if (!token || !stored) throw new Error('no token')
  const { name, prefix } = stored
  for (let count = 0; count < 120; count++) await sandbox.addQueue('owner', { name, prefix })
  const queues = await read()
  expect([queuesOf(token, queues).length, queues.areSome]).toEqual([120, false])
  expect(sandbox.requests.filter(({ path }) => path === '/api/event-consumers/')).toHaveLength(2)
  for (let count = 0; count < 400; count++) await sandbox.addQueue('owner', { name, prefix })
  expect((await read()).areSome).toBe(true)
})

test.each([
  ['8.0.9', { registered: [], areSome: false }],
  ['8.1.2', { registered: [], areSome: true }],
] as const)('on %s', async (release, found) => {
  expect(await (await open('owner', release)).read()).toEqual(found)
})

test('a rejection is an error, not “no queues”', async () => {
  const { read } = await open('owner')
  sandbox.failNext('GET', '/api/event-consumers/', { status: 403, body: { detail: 'No.' } })
  await expect(read()).rejects.toThrow('No.')
})
