import { QueryClient } from '@tanstack/react-query'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import * as z from 'zod/mini'
import { request, requestPage } from '../src/api/client.ts'
import { startSession } from '../src/api/credential.ts'
import { isRequestError } from '../src/api/errors.ts'
import { isIntercepted } from '../src/api/failures.ts'
import { instantMs } from '../src/api/wire.ts'
import { configurationQuery } from '../src/auth/configuration.ts'
import { providersQuery } from '../src/auth/sso.ts'
import type { User } from '../src/auth/user.ts'
import { fetchUser } from '../src/auth/user.ts'
import { searchQueries } from '../src/entities/search.ts'
import { bindingTargetsQuery, scopesQuery, tokenFieldsQuery } from '../src/tokens/abilities.ts'
import type { Holder, Place } from '../src/tokens/access/access.ts'
import { accessOf, isNever, isPlaced } from '../src/tokens/access/access.ts'
import { effectOf } from '../src/tokens/access/effect.ts'
import { forecast } from '../src/tokens/access/forecast.ts'
import { holderOf, Role } from '../src/tokens/access/holder.ts'
import { eventsQuery } from '../src/tokens/detail/events.ts'
import { limitsQuery } from '../src/tokens/limits/limits.ts'
import { everyToken, ROOT } from '../src/tokens/listPages.ts'
import { metadataQuery } from '../src/tokens/permissions/useWaldurWords.ts'
import { queuesQuery } from '../src/tokens/queues/queues.ts'
import { revoke } from '../src/tokens/revoke.ts'
import { issuedAs } from '../src/tokens/schema.ts'
import type { Oddity } from './oddResponses.ts'
import { anyOddities, withOddities } from './oddResponses.ts'
import { people } from './people.ts'
import { permissions } from './permissions.ts'
import type { Sandbox } from './sandbox.ts'
import { openSandbox } from './sandbox.ts'

// Whatever is missing or malformed in a response, the page goes on, and claims nothing that it has not read.

let sandbox: Sandbox
/** Changes responses on their way while one property is tested. */
let spoil = (body: unknown): unknown => body
/** The body of the last response. */
let lastSent: unknown

beforeAll(async () => {
  sandbox = await openSandbox()
  const known = new Map<string, { body: unknown; init: ResponseInit }>()
  const responseTo = async (url: string, init: RequestInit) => {
    const key = `${new Headers(init.headers).get('Authorization')} ${url}`
    const earlier = known.get(key)
    if (earlier) return earlier
    const response = await sandbox.app.request(url, init)
    const received = { body: (await response.json()) as unknown, init: response }
    known.set(key, received)
    return received
  }
  vi.stubGlobal('navigator', { onLine: true })
  vi.stubGlobal('location', new URL('http://waldur.test/'))
  vi.stubGlobal('fetch', async (url: string, init: RequestInit) => {
    if (init.method !== 'GET') {
      const response = await sandbox.app.request(url, init)
      if (response.status === 204) return response
      lastSent = spoil(await response.json())
      return new Response(JSON.stringify(lastSent), response)
    }
    const { body, init: head } = await responseTo(url, init)
    lastSent = spoil(body)
    return new Response(JSON.stringify(lastSent), head)
  })
})

afterAll(async () => {
  vi.unstubAllGlobals()
  await sandbox.close()
})

/** Reads with oddities in the responses, but never in the places that `needed` matches. */
async function reading<Read>(read: () => Promise<Read>, oddities: readonly Oddity[], needed: RegExp): Promise<Read> {
  spoil = (body) => withOddities(body, oddities, needed)
  try {
    return await read()
  } finally {
    spoil = (body) => body
  }
}

const readRoles = async () => (await requestPage('/api/roles/', Role, { page: 1 })).rows

async function signIn(username: string): Promise<{ user: User; roles: Role[] }> {
  startSession({ authorization: `Token ${await sandbox.signIn(username)}`, impersonated: null }, 'memory')
  return { user: await fetchUser({}), roles: await readRoles() }
}

/** Null for everywhere, and each place that a role is held on or that contains one. */
const placesOf = ({ roles }: Holder): (Place | null)[] => [
  null,
  ...roles.filter(isPlaced),
  ...roles.flatMap(({ above }) => above.map((uuid) => ({ type: 'customer', uuid, above: [], knowsAll: true }))),
]

test.each(people.filter(({ isActive = true }) => isActive).map(({ username }) => username))(
  'no malformed response stops %s from signing in, or makes the page deny their permissions',
  async (username) => {
    const { user, roles } = await signIn(username)
    const holder = holderOf(user, roles)
    const tokens = (await everyToken())
      .flatMap(({ rows }) => rows)
      .map((token) => ({ token, withoutEffect: effectOf(token, holder).withoutEffect }))
    const known = placesOf(holder).map((place) => ({
      place,
      may: permissions.filter((permission) => !isNever(accessOf(permission, place, holder))),
      isAccepted: (may: string) => place === null || forecast([may], place, holder).kind !== 'rejected',
    }))
    await fc.assert(
      fc.asyncProperty(anyOddities, anyOddities, async (oddUser, oddRoles) => {
        const read = await reading(() => fetchUser({}), oddUser, /^(uuid|is_staff|is_support)$/)
        expect(read.uuid).toBe(user.uuid)
        const less = holderOf(read, await reading(readRoles, oddRoles, /^$/))
        for (const { token, withoutEffect } of tokens) {
          expect(withoutEffect).toEqual(expect.arrayContaining([...effectOf(token, less).withoutEffect]))
        }
        for (const { place, may, isAccepted } of known) {
          const denied = may.filter((permission) => isNever(accessOf(permission, place, less)))
          const rejected = may.filter(
            (one) => place && isAccepted(one) && forecast([one], place, less).kind === 'rejected',
          )
          expect({ place, denied, rejected }).toEqual({ place, denied: [], rejected: [] })
        }
      }),
      { numRuns: 100 },
    )
  },
  120_000,
)

type Limits = { type: string; uuid: string | null }[]
interface SentRow {
  uuid: string
  allowed_scopes?: Limits
  allowed_networks?: string[]
}

test('no malformed row hides a token from its owner: it is shown or counted, and can be revoked', async () => {
  await signIn('owner')
  const all = (await everyToken()).flatMap(({ rows }) => rows)
  await fc.assert(
    fc.asyncProperty(anyOddities, async (oddities) => {
      const pages = await reading(() => everyToken(), oddities, /^\d+\.uuid$|^\d+$/)
      const seen = pages.flatMap(({ rows, unread }) => [...rows, ...unread].map(({ uuid }) => uuid))
      expect(new Set(seen)).toEqual(new Set(all.map(({ uuid }) => uuid)))
      const sent = new Map((lastSent as SentRow[]).map((row) => [row.uuid, row]))
      for (const row of pages.flatMap(({ rows }) => rows)) {
        expect(row.scopes).toEqual(all.find(({ uuid }) => uuid === row.uuid)?.scopes)
        // Limits are read exactly as sent. Only a Waldur server without a kind of limit leaves out its key.
        const { allowed_scopes, allowed_networks } = sent.get(row.uuid) ?? {}
        const tied = (places: Limits = []) => places.map(({ type, uuid }) => ({ type, uuid }))
        expect(tied(row.allowed_scopes)).toEqual(tied(allowed_scopes))
        expect(row.allowed_networks).toEqual(allowed_networks)
        if (!allowed_scopes) expect([row.isPlaceless, row.allowed_networks]).toEqual([true, undefined])
        // What the response leaves out is unknown, which is not the same as never.
        if (row.last_used_at === null) expect(sent.get(row.uuid)).toHaveProperty('last_used_at', null)
      }
    }),
    { numRuns: 200 },
  )
  // The response to the revocation is lost, and the check of the token that follows is malformed.
  const needed = /^(uuid|is_active|scopes(\.\d+)?|allowed_.*|expires_at)$/
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...all.map(({ uuid }) => uuid)), anyOddities, async (uuid, oddities) => {
      sandbox.failNext('DELETE', `${ROOT}${uuid}/`, { status: 502, body: {}, afterCommit: true })
      expect(await reading(() => revoke(uuid), oddities, needed)).toBe('revoked')
    }),
    { numRuns: 100 },
  )
})

test('no malformed response loses a secret', async () => {
  await signIn('norole')
  sandbox.settings.PAT_MAX_TOKENS_PER_USER = 1000
  const asked = { name: 'ci', scopes: ['PROJECT.LIST'], allowed_scopes: [], expires_at: '2027-03-01T12:00:00Z' }
  await fc.assert(
    fc.asyncProperty(anyOddities, async (oddities) => {
      const create = () => request(ROOT, issuedAs(asked), { method: 'POST', body: asked })
      const issued = await reading(create, oddities, /^(uuid|token)$/)
      expect(issued).toMatchObject({ name: 'ci', scopes: asked.scopes, token: expect.stringMatching(/^w_\d+_/) })
      // Null says that it doesn't expire.
      expect(instantMs(issued.expires_at ?? asked.expires_at)).toBe(instantMs(asked.expires_at))
    }),
    { numRuns: 100 },
  )
})

const FieldsResponse = z.object({ actions: z.object({ POST: z.object({ name: z.unknown() }) }) })

test('a malformed part of any other response does not stop the rest from being read', async () => {
  const { user } = await signIn('staff')
  const token = (await everyToken()).flatMap(({ rows }) => rows)[0]
  if (!token) throw new Error('staff have no token')
  const events = eventsQuery(token, user)
  const search = searchQueries.ofType('project', '')
  const reads: Record<string, (client: QueryClient) => Promise<unknown>> = {
    configuration: (client) => client.fetchQuery(configurationQuery()),
    providers: (client) => client.fetchQuery(providersQuery()),
    scopes: (client) => client.fetchQuery(scopesQuery()),
    targets: (client) => client.fetchQuery(bindingTargetsQuery()),
    words: (client) => client.fetchQuery(metadataQuery()),
    fields: async (client) => {
      const fields = await client.fetchQuery(tokenFieldsQuery())
      // They are known if the response is valid; the query treats any other as unknown.
      if (FieldsResponse.safeParse(lastSent).success) expect(fields).toContain('name')
      return fields
    },
    limits: (client) => client.fetchQuery(limitsQuery(true)),
    queues: (client) => client.fetchQuery(queuesQuery(user.uuid)),
    events: (client) => client.fetchInfiniteQuery(events),
    search: (client) => client.fetchInfiniteQuery(search),
    across: (client) => client.fetchQuery(searchQueries.across(['project', 'customer', 'call'], '')),
  }
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...Object.keys(reads)), anyOddities, async (what, oddities) => {
      const client = new QueryClient({ defaultOptions: { queries: { retry: false, gcTime: 0 } } })
      await reading(async () => await reads[what]?.(client), oddities, /^WALDUR_CORE$/).catch((error: unknown) => {
        // With nothing left that could be Waldur's, a list counts as sent by something else.
        if (!isRequestError(error) || !isIntercepted(error)) throw error
      })
    }),
    { numRuns: 400 },
  )
})
