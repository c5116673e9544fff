import { infiniteQueryOptions } from '@tanstack/react-query'
import * as z from 'zod/mini'
import { blockedOr } from '../../api/blocked.ts'
import type { Page } from '../../api/client.ts'
import { request, requestPage } from '../../api/client.ts'
import { apiOrigin } from '../../api/deployment.ts'
import { ApiError } from '../../api/errors.ts'
import { PAGE_SIZE } from '../../api/page.ts'
import type { Query } from '../../api/send.ts'
import { Instant, orNull, Uuid } from '../../api/wire.ts'
import type { User } from '../../auth/user.ts'
import { entityKind, isEntityType } from '../../entities/types.ts'
import { NAME_LENGTH } from '../create/tokenName.ts'
import { tokenQueries } from '../queries.ts'
import { Token } from '../schema.ts'
import { tokenPath } from '../tokenNow.ts'

const Context = z.object({
  // The token that was used or affected. Missing when a token is created or ends.
  pat_uuid: orNull(Uuid),
  pat_name: orNull(z.string()),
  source_ip: orNull(z.string()),
  // Where an older Waldur has the address.
  ip_address: orNull(z.string()),
  reason: orNull(z.string()),
  old_allowed_networks: orNull(z.array(z.string())),
  new_allowed_networks: orNull(z.array(z.string())),
})

/** What Waldur records about a token's life and use (waldur-api, section 3). */
export const TokenEvent = z.object({
  uuid: Uuid,
  created: Instant,
  event_type: z.string(),
  message: z.catch(z.string(), ''),
  context: z.catch(Context, Context.parse({})),
})
export type TokenEvent = z.output<typeof TokenEvent>

/** The events that identify a token without its uuid ([oracle], fact 30). */
const NAMED = ['pat_created', 'pat_rotated', 'pat_revoked', 'pat_expired']

/** Each place is a separate request, so a user with roles everywhere gets only the first ones. */
const MOST_PLACES = 8

/** One kind of request for events, with its own paging. */
interface Source {
  query: Query
  pageSize: number
  /** Optional: left out if the caller may not read it. */
  adds: boolean
}

/** The token's places, or those where its owner has a role. Waldur reports under each what was done there. */
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
 * The requests for a token's events: first by its name, then by its uuid. Without a scope Waldur returns everything to
 * staff and support and nothing to others (waldur-api, section 3). With their own user as the scope, they get the
 * events about themselves.
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

/** Waldur's response if a place is deleted or the caller may not see it. */
const isMissing = (error: unknown) => error instanceof ApiError && [400, 403].includes(error.status)

async function read(
  { query, pageSize, adds }: Source,
  page: number,
  signal: AbortSignal,
  uuid: string,
): Promise<Page<TokenEvent>> {
  try {
    return await requestPage('/api/events/', TokenEvent, { page, pageSize, query, signal })
  } catch (error) {
    // Lists of ad blockers take this path for tracking.
    if (!adds || !isMissing(error)) throw await blockedOr(error, () => request(tokenPath(uuid), Token, { signal }))
    return { rows: [], unreadable: 0, unread: [], page, total: null, next: null }
  }
}

/**
 * The events of one token, by its name and by its uuid at the same time. A Waldur server without events, or one that
 * does not show them to the caller, rejects.
 */
export function eventsQuery(token: Token, user: User) {
  const sources = sourcesOf(token, user)
  return infiniteQueryOptions({
    queryKey: [...tokenQueries.all(), 'events', token.uuid, user.uuid],
    // A kind of request that has reached its end is not sent again.
    queryFn: ({ pageParam, signal }) =>
      Promise.all(
        sources.map((source, index) => {
          const page = pageParam[index] ?? null
          return page === null ? null : read(source, page, signal, token.uuid)
        }),
      ),
    initialPageParam: sources.map((): number | null => 1),
    getNextPageParam: (last) => {
      const next = last.map((page) => page?.next ?? null)
      return next.some((page) => page !== null) ? next : null
    },
  })
}
