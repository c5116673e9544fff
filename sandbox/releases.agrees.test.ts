import { MutationObserver, QueryClient } from '@tanstack/react-query'
import { afterEach, describe, expect, onTestFinished, test, vi } from 'vitest'
import { startSession } from '../src/api/credential.ts'
import { isRequestError } from '../src/api/errors.ts'
import { isOutcomeUnknown, isRotateUnknown } from '../src/api/outcome.ts'
import { releaseOf } from '../src/app/release.ts'
import { fetchUser } from '../src/auth/user.ts'
import { bindingTargetsQuery, tokenFieldsQuery } from '../src/tokens/abilities.ts'
import { createToken, rotateToken } from '../src/tokens/issue/mutations.ts'
import { outcomeOfCreate, outcomeOfRotate } from '../src/tokens/issue/reconcile.ts'
import { metadataQuery } from '../src/tokens/permissions/useWaldurWords.ts'
import { newestPage, newestTokens } from '../src/tokens/queries.ts'
import { hasEnded } from '../src/tokens/tokenNow.ts'
import type { FaultResponse } from './faults.ts'
import type { Release } from './releases.ts'
import { has, releases } from './releases.ts'
import type { Sandbox } from './sandbox.ts'
import { openSandbox } from './sandbox.ts'

// How the page's own functions handle each release of Waldur.

const LIST = '/api/personal-access-tokens/'
const TARGETS = `${LIST}available_binding_targets/`

let sandbox: Sandbox

async function open(generation: Release): Promise<QueryClient> {
  sandbox = await openSandbox({ generation })
  vi.stubGlobal('navigator', { onLine: true })
  vi.stubGlobal('location', new URL('http://waldur.test/'))
  vi.stubGlobal('fetch', (url: string, init: RequestInit) => sandbox.app.request(url, init))
  startSession({ authorization: `Token ${await sandbox.signIn('owner')}`, impersonated: null }, 'memory')
  const client = new QueryClient({ defaultOptions: { queries: { retry: false } } })
  onTestFinished(() => client.clear())
  return client
}

afterEach(async () => {
  vi.unstubAllGlobals()
  await sandbox.close()
})

describe.each(releases)('%s', (release) => {
  test('every token can be read, and so can its owner', async () => {
    await open(release)
    const { rows, unreadable, total } = await newestPage()
    expect([rows.length, unreadable]).toEqual([total, 0])
    expect(rows.some(({ allowed_scopes }) => allowed_scopes.length > 0)).toBe(has(release, 'bindings'))
    expect((await fetchUser({})).can_use_personal_access_tokens).toBe(has(release, 'account flag') ? true : undefined)
  })

  test('is recognized by its features', async () => {
    const client = await open(release)
    const fields = await client.fetchQuery(tokenFieldsQuery())
    const targets = await client.fetchQuery(bindingTargetsQuery())
    const words = await client.fetchQuery(metadataQuery())
    const knows = (name: string) => fields?.includes(name) ?? null
    expect(targets === null).toBe(!has(release, 'bindings'))
    const signs = { places: knows('allowed_scopes'), networks: knows('allowed_networks') }
    expect(releaseOf({ ...signs, permissions: new Set(words.keys()) })?.release).toBe(release)
  })
})

test.each<[string, FaultResponse]>([
  ['204', { status: 204 }],
  ['405', { status: 405, body: { detail: 'Method "OPTIONS" not allowed.' } }],
  ['403', { status: 403, body: { detail: 'You do not have permission to perform this action.' } }],
  ['a page', { status: 200, body: '<h1>Welcome</h1>' }],
  ['no actions', { status: 200, body: { name: 'Personal Access Token List' } }],
])('where OPTIONS gets %s, the fields are unknown', async (_what, response) => {
  const client = await open('8.1.3')
  sandbox.failNext('OPTIONS', LIST, response)
  expect(await client.fetchQuery(tokenFieldsQuery())).toBeNull()
})

test.each([429, 500, 502, 503])('a temporary %d for OPTIONS is not remembered', async (status) => {
  const client = await open('8.1.3')
  sandbox.failNext('OPTIONS', LIST, { status, body: {} })
  await expect(client.fetchQuery(tokenFieldsQuery())).rejects.toMatchObject({ status })
  expect(await client.fetchQuery(tokenFieldsQuery())).toContain('allowed_networks')
})

const notFound = [
  { detail: 'Not found.' },
  { detail: 'No PersonalAccessToken matches the given query.' },
  { detail: 'Not Found' },
  { detail: ['Not found.'], code: 'Not found.' },
  { message: 'no Route matched with those values' },
  { message: 'Not found.' },
  '<h1>Not Found</h1>',
  undefined,
]

describe.each([200, 204, 405, 429, 500, 502])('where OPTIONS gets %d', (status) => {
  const meet404 = (body: unknown) => {
    if (status !== 200) sandbox.failNext('OPTIONS', LIST, { status })
    sandbox.failNext('GET', TARGETS, { status: 404, body })
  }

  test.each(notFound)('a 404 of %j does not make 8.1.3 look like a release without places', async (body) => {
    const client = await open('8.1.3')
    meet404(body)
    await expect(client.fetchQuery(bindingTargetsQuery())).rejects.toMatchObject({ status: 404 })
    expect((await client.fetchQuery(bindingTargetsQuery()))?.rows.length).toBeGreaterThan(0)
  })

  test.each(['8.0.7', '8.0.9'] as const)('the tokens of %s show whether it has places', async (release) => {
    const client = await open(release)
    meet404({ detail: 'Not found.' })
    const found = await client.fetchQuery(bindingTargetsQuery()).catch(() => 'not known')
    expect(found).toBe(release === '8.0.7' && status < 429 ? null : 'not known')
  })
})

test.each(notFound.map((body, index) => [body, index < 2] as const))(
  'where neither OPTIONS nor a token helps, only Waldur’s own 404 counts: %j',
  async (body, isWaldurs) => {
    const client = await open('8.1.3')
    sandbox.failNext('OPTIONS', LIST, { status: 204 })
    sandbox.failNext('GET', TARGETS, { status: 404, body })
    sandbox.failNext('GET', LIST, { status: 200, body: [] })
    const found = await client.fetchQuery(bindingTargetsQuery()).catch(() => 'not known')
    expect(found).toBe(isWaldurs ? null : 'not known')
  },
)

describe.each(['8.0.7', '8.0.9'] as const)('a name with braces on %s', (release) => {
  const name = '{env}-deploy'
  const asked = async () => ({
    before: { uuids: new Set((await newestTokens()).map(({ uuid }) => uuid)), at: sandbox.now() },
    name,
    known: new Set<string>(),
  })

  test('creates the token despite the 500, and the page finds it', async () => {
    const client = await open(release)
    const evidence = await asked()
    const expires_at = new Date(sandbox.now() + 86_400_000).toISOString()
    const create = new MutationObserver(client, createToken)
    const error = await create
      .mutate({ name, scopes: ['PROJECT.LIST'], allowed_scopes: [], expires_at })
      .catch((thrown: unknown) => thrown)
    expect(error).toMatchObject({ status: 500 })
    expect(isRequestError(error) && isOutcomeUnknown(error)).toBe(true)
    const outcome = outcomeOfCreate({ ...evidence, tokens: await newestTokens() })
    expect(outcome).toMatchObject({ kind: 'lost', tokens: [{ name, is_active: true }] })
  })

  test('rotates the token despite the 500, and the page finds the new one', async () => {
    const client = await open(release)
    const { uuid } = await sandbox.createToken('owner', { name })
    const old = (await newestTokens()).find((token) => token.uuid === uuid)
    if (!old) throw new Error('the token is not in the list')
    const evidence = await asked()
    const error = await new MutationObserver(client, rotateToken).mutate(old).catch((thrown: unknown) => thrown)
    expect(error).toMatchObject({ status: 500 })
    expect(isRequestError(error) && isRotateUnknown(error)).toBe(true)
    const tokens = await newestTokens()
    const outcome = outcomeOfRotate({ ...evidence, tokens, ended: await hasEnded(uuid) })
    expect(outcome).toMatchObject({ kind: 'lost', tokens: [{ name, is_active: true }] })
  })
})
