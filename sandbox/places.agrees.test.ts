import { QueryClient } from '@tanstack/react-query'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { request } from '../src/api/client.ts'
import { startSession } from '../src/api/credential.ts'
import { fetchUser } from '../src/auth/user.ts'
import { searchQueries } from '../src/entities/search.ts'
import { ENTITY_TYPES, entityKind } from '../src/entities/types.ts'
import { bindingTargetsQuery } from '../src/tokens/abilities.ts'
import { holderOf } from '../src/tokens/access/holder.ts'
import { bindableTypes } from '../src/tokens/create/bindingTypes.ts'
import { everyToken, ROOT } from '../src/tokens/listPages.ts'
import { issuedAs } from '../src/tokens/schema.ts'
import { summary } from '../src/tokens/summary/summary.ts'
import type { Sandbox } from './sandbox.ts'
import { openSandbox } from './sandbox.ts'

// Finds, names, binds and lists a place of each type, with the page's own functions.

let sandbox: Sandbox
const client = new QueryClient({ defaultOptions: { queries: { retry: false } } })

beforeAll(async () => {
  sandbox = await openSandbox()
  vi.stubGlobal('navigator', { onLine: true })
  vi.stubGlobal('location', new URL('http://waldur.test/'))
  vi.stubGlobal('fetch', (url: string, init: RequestInit) => sandbox.app.request(url, init))
})

afterAll(async () => {
  client.clear()
  vi.unstubAllGlobals()
  await sandbox.close()
})

async function signIn(username: string): Promise<void> {
  client.clear()
  startSession({ authorization: `Token ${await sandbox.signIn(username)}`, impersonated: null }, 'memory')
}

/** Creates a token limited to this place. @returns Waldur's status for its secret */
async function bind(type: string, uuid: string, scope: string): Promise<number> {
  const expires_at = new Date(sandbox.now() + 7 * 86_400_000).toISOString()
  const body = { name: `bound to ${uuid}`, scopes: [scope], allowed_scopes: [{ type, uuid }], expires_at }
  const { token } = await request(ROOT, issuedAs(body), { method: 'POST', body })
  const response = await sandbox.app.request('/api/users/me/', { headers: { Authorization: `Bearer ${token}` } })
  return response.status
}

test.each([
  ['Organization', 'customer', 'tartu', 'Tartu Ülikool'],
  ['Project', 'project', 'kliima', 'Läänemere kliimamudel'],
  ['Resource', 'resource', 'variant', 'variant-calling'],
  ['Resource project', 'resource_project', 'cohort-2025', 'cohort-2025'],
  // The public lists, which are tried first for an offering or a call, have no drafts.
  ['Offering', 'offering', 'quantum', 'Quantum Testbed'],
  ['Service provider', 'service_provider', 'sigma', 'Sigma2 AS'],
  ['Call organizer', 'call_organizer', 'sigma', 'Sigma2 AS'],
  ['Call', 'call', 'sügisvoor', 'HPC sügisvoor 2026'],
  ['Proposal', 'proposal', 'rukki', 'Rukki genoom'],
] as const)('staff can bind a token to one %s', async (label, type, typed, name) => {
  await signIn('staff')
  const { uuid } = await sandbox.entity(type, name)
  expect(entityKind(type).label()).toBe(label)
  const { pages } = await client.fetchInfiniteQuery(searchQueries.ofType(type, typed))
  const found = pages.flatMap(({ rows }) => rows).filter((entity) => entity.name === name)
  expect(found).toMatchObject([{ type, uuid, name }])
  const { rows } = await client.fetchQuery(searchQueries.across(ENTITY_TYPES, typed))
  expect(rows).toContainEqual(found[0])

  const holder = holderOf(await fetchUser({}), [])
  const plan = { name: 'bound', scopes: ['PROJECT.LIST'], places: found, holder, networks: null, end: '3 March' }
  const said = summary(plan, 'will').map(({ text, parts }) => [text, parts.entities])
  expect(said).toContainEqual([
    expect.stringContaining('in [[entities]] until [[end]]'),
    `${name} (${label.toLowerCase()})`,
  ])

  expect(await bind(type, uuid, 'PROJECT.LIST')).toBe(200)
  expect((await sandbox.tokensOf('staff')).at(-1)?.bindings).toEqual([{ type, uuid }])
  const listed = (await everyToken()).flatMap((page) => page.rows).find((row) => row.name === `bound to ${uuid}`)
  expect(listed?.allowed_scopes).toMatchObject([{ type, uuid, name }])
})

const REACHED_BY_A_PROJECT = ['project', 'resource', 'resource_project']

test.each([
  ['manager', 'ORDER.LIST', 'project', 'nord', 'Nordlysobservatoriet'],
  ['member', 'ORDER.CREATE', 'resource', 'éph', 'éphémérides'],
] as const)('%s can bind a token to what the role covers, and no further', async (user, scope, type, typed, name) => {
  await signIn(user)
  const targets = await client.fetchQuery(bindingTargetsQuery())
  expect(bindableTypes(targets?.rows ?? [], [scope])).toEqual(REACHED_BY_A_PROJECT)
  const { pages } = await client.fetchInfiniteQuery(searchQueries.ofType(type, typed))
  const { uuid } = await sandbox.entity(type, name)
  expect(pages.flatMap(({ rows }) => rows)).toMatchObject([{ type, uuid, name }])
  expect(await bind(type, uuid, scope)).toBe(200)
  expect((await sandbox.tokensOf(user)).at(-1)?.bindings).toEqual([{ type, uuid }])
})
