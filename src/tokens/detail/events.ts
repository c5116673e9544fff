import { infiniteQueryOptions } from '@tanstack/react-query'
import * as z from 'zod/mini'
import type { Page, Query } from '../../api/client.ts'
import { requestPage } from '../../api/client.ts'
import { apiOrigin } from '../../api/deployment.ts'
import { ApiError } from '../../api/errors.ts'
import { PAGE_SIZE } from '../../api/page.ts'
import { Instant, orNull, Uuid } from '../../api/wire.ts'
import type { User } from '../../auth/user.ts'
import { entityKind, isEntityType } from '../../entities/types.ts'
import { NAME_LENGTH } from '../create/tokenName.ts'
import { tokenQueries } from '../queries.ts'
import type { Token } from '../schema.ts'

const Context = z.object({
  // With which token something was done, or to which it happened. Missing where a token is made or ends.
  pat_uuid: orNull(Uuid),
  pat_name: orNull(z.string()),
  source_ip: orNull(z.string()),
  // Where an older Waldur has the address.
  ip_address: orNull(z.string()),
  reason: orNull(z.string()),
  old_allowed_networks: orNull(z.array(z.string())),
  new_allowed_networks: orNull(z.array(z.string())),
})

/** What Waldur keeps of a token's life, and of what was done with it (waldur-api, section 3). */
export const TokenEvent = z.object({
  uuid: Uuid,
  created: Instant,
  event_type: z.string(),
  message: z.catch(z.string(), ''),
  context: z.catch(Context, Context.parse({})),
})
export type TokenEvent = z.output<typeof TokenEvent>

/** The events that name a token without its uuid ([oracle], fact 30). */
const NAMED = ['pat_created', 'pat_rotated', 'pat_revoked', 'pat_expired']

/** Somebody with roles everywhere is not asked about in each place: that would be a request for each. */
const MOST_PLACES = 8

/** One way of asking for events, paged by itself. */
interface Source {
  query: Query
  pageSize: number
  /** Whether it adds to the others: what is not there for the caller is left out then. */
  adds: boolean
}

/** The token's places, or those in which its owner has a role: Waldur tells there what was done there. */
function placesOf(token: Token, user: User): string[] {
  const places =
    token.allowed_scopes.length > 0
      ? token.allowed_scopes
      : user.permissions.map(({ scope_type, scope_uuid }) => ({ type: scope_type ?? '', uuid: scope_uuid }))
  const urls = places.flatMap(({ type, uuid }) =>
    uuid !== null && isEntityType(type) ? [`${apiOrigin()}${entityKind(type).endpoints.at(-1)}${uuid}/`] : [],
  )
  return [...new Set(urls)].slice(0, MOST_PLACES)
}

/**
 * What tells of a token: first the events by its name, then those by its uuid. Without a scope Waldur tells staff and
 * support everything, others nothing (waldur-api, section 3); by their own they are told what is about them.
 */
function sourcesOf(token: Token, user: User): Source[] {
  const scope = user.url ?? `${apiOrigin()}/api/users/${user.uuid}/`
  const seesAll = user.is_staff || user.is_support
  const sure = { pat_uuid: token.uuid }
  return [
    {
      query: { scope, event_type: NAMED, message: token.name.slice(0, NAME_LENGTH) },
      pageSize: PAGE_SIZE,
      adds: false,
    },
    { query: seesAll ? sure : { scope, ...sure }, pageSize: 20, adds: false },
    ...(seesAll ? [] : placesOf(token, user)).map((place) => ({
      query: { scope: place, ...sure },
      pageSize: 20,
      adds: true,
    })),
  ]
}

/** Waldur's answers to the address of a place that is gone, or not for the caller. */
const isMissing = (error: unknown) => error instanceof ApiError && [400, 403].includes(error.status)

async function read({ query, pageSize, adds }: Source, page: number, signal: AbortSignal): Promise<Page<TokenEvent>> {
  try {
    return await requestPage('/api/events/', TokenEvent, { page, pageSize, query, signal })
  } catch (error) {
    if (!adds || !isMissing(error)) throw error
    return { rows: [], unreadable: 0, unreadableUuids: [], page, total: null, next: null }
  }
}

/**
 * The events of one token, those by its name and those by its uuid beside each other. A Waldur without them, or one
 * that keeps them from the caller, refuses.
 */
export function eventsQuery(token: Token, user: User) {
  const sources = sourcesOf(token, user)
  return infiniteQueryOptions({
    queryKey: [...tokenQueries.all(), 'events', token.uuid, user.uuid],
    // A source that has come to its end is not asked again.
    queryFn: ({ pageParam, signal }) =>
      Promise.all(
        sources.map((source, index) => {
          const page = pageParam[index] ?? null
          return page === null ? null : read(source, page, signal)
        }),
      ),
    initialPageParam: sources.map((): number | null => 1),
    getNextPageParam: (last) => {
      const next = last.map((page) => page?.next ?? null)
      return next.some((page) => page !== null) ? next : null
    },
  })
}
