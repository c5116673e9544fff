import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import type { Page } from '../api/client.ts'
import { requestPage } from '../api/client.ts'
import type { RequestError } from '../api/errors.ts'
import { ApiError } from '../api/errors.ts'
import { withoutInvisible } from '../api/invisible.ts'
import { mergePages } from '../api/page.ts'
import { normalizeUuid } from '../api/wire.ts'
import type { Entity } from './queries.ts'
import { entityRow, fieldsOf, isOutOfReach, readEntity } from './queries.ts'
import type { EntityType } from './types.ts'
import { entityKind } from './types.ts'

interface Found {
  rows: Entity[]
  unreadable: number
  /** The number of results on the server; null if the server does not say, or if two lists overlap. */
  total: number | null
  /** The next page of each endpoint, null at its end. */
  next: (number | null)[]
}

const ENDED: Page<Entity> = { rows: [], unreadable: 0, unread: [], page: 1, total: 0, next: null }

const PAGE_SIZE = 20
/** Per type, when searching several at once. */
const FIRST_FEW = 5

/** Whether a failed search means that this Waldur server does not have the type at all (waldur-api, section 7.1). */
export const isUnknownToServer = (error: unknown, type: EntityType): boolean =>
  error instanceof ApiError &&
  (error.status === 424 || (error.status === 404 && entityKind(type).mayBeMissing === true))

/** Also true for a list that only some callers may read. */
const isNoListFor = (error: unknown, type: EntityType): boolean =>
  isUnknownToServer(error, type) || (error instanceof ApiError && error.status === 403)

const UUID = /[0-9a-f]{8}-?(?:[0-9a-f]{4}-?){3}[0-9a-f]{12}/gi

/**
 * The entity that is meant by a uuid, or by a URL of Waldur or HomePort that ends with one, also in a link of a chat
 * (`<URL|words>`) or of Markdown (`[words](URL)`); otherwise null.
 */
export function pastedUuid(text: string): string | null {
  const seen = withoutInvisible(text).replace(/^\[.*\]\(|\|.*$/gs, '')
  return /\s/.test(seen) ? null : normalizeUuid(seen.match(UUID)?.at(-1) ?? '')
}

/** The types that a pasted URL may be of: one if it is Waldur's own, which names the list. */
const pastedTypes = (types: readonly EntityType[], text: string): readonly EntityType[] => {
  const named = types.filter((type) => entityKind(type).endpoints.some((path) => text.includes(path)))
  return named.length > 0 ? named : types
}

async function findByUuid(type: EntityType, uuid: string, signal: AbortSignal): Promise<Found> {
  const found = (rows: Entity[]): Found => ({ rows, unreadable: 0, total: rows.length, next: [null] })
  try {
    const { list: _, ...entity } = await readEntity(type, uuid, signal)
    return found([entity])
  } catch (error) {
    if (isOutOfReach(error)) return found([])
    throw error
  }
}

async function searchPage(
  type: EntityType,
  text: string,
  pages: readonly (number | null)[],
  pageSize: number,
  signal: AbortSignal,
): Promise<Found> {
  const uuid = pastedUuid(text)
  if (uuid !== null) return await findByUuid(type, uuid, signal)
  const kind = entityKind(type)
  const query = {
    ...(text ? { [kind.search]: text } : {}),
    ...(kind.order ? { o: kind.order } : {}),
    ...fieldsOf(type),
  }
  const responses = await Promise.all(
    kind.endpoints.map(async (path, index) => {
      const page = pages[index] ?? null
      if (page === null) return ENDED
      try {
        return await requestPage(path, entityRow(type), { query, page, pageSize, signal })
      } catch (error) {
        // The second list is optional.
        if (index > 0 && isNoListFor(error, type)) return ENDED
        throw error
      }
    }),
  )
  return {
    rows: mergePages(responses.map((response) => response.rows)),
    unreadable: responses.reduce((sum, response) => sum + response.unreadable, 0),
    total: responses.length === 1 ? (responses[0]?.total ?? null) : null,
    next: responses.map((response) => response.next),
  }
}

/** How many results a type has, or at least how many. */
export interface TypeCount {
  type: EntityType
  count: number
  hasMore: boolean
}

interface FoundAcross {
  rows: Entity[]
  unreadable: number
  counts: TypeCount[]
  /** Some type has more results than these. */
  hasMore: boolean
  /** The types whose search failed, and the first error. */
  failed: EntityType[]
  failure: RequestError | null
}

/**
 * The first few of each type. A type that this Waldur server does not have counts as having no results; one that fails
 * for another reason is listed. Throws only if every type failed.
 */
async function searchAcross(
  all: readonly EntityType[],
  text: string,
  few: number,
  signal: AbortSignal,
): Promise<FoundAcross> {
  const types = pastedUuid(text) === null ? all : pastedTypes(all, text)
  const responses = await Promise.allSettled(types.map((type) => searchPage(type, text, firstPages(type), few, signal)))
  // An aborted search throws, so that it is never cached as an empty one.
  signal.throwIfAborted()
  const failures = responses.flatMap((response, index) =>
    response.status === 'rejected' ? [{ type: types[index], error: response.reason }] : [],
  )
  const found = responses.flatMap((response, index) => {
    const type = types[index]
    return response.status === 'fulfilled' && type !== undefined ? [{ type, ...response.value }] : []
  })
  if (found.length === 0 && failures[0]) throw failures[0].error
  const told = failures.filter(({ type, error }) => type === undefined || !isUnknownToServer(error, type))
  return {
    rows: found.flatMap(({ rows }) => rows.slice(0, few)),
    unreadable: found.reduce((sum, { unreadable }) => sum + unreadable, 0),
    counts: found.map(({ type, rows, total, next }) => ({
      type,
      count: total ?? rows.length,
      hasMore: total === null && next.some((page) => page !== null),
    })),
    hasMore: found.some(({ rows, next }) => rows.length > few || next.some((page) => page !== null)),
    failed: told.flatMap(({ type }) => type ?? []),
    failure: told[0]?.error ?? null,
  }
}

const firstPages = (type: EntityType): (number | null)[] => entityKind(type).endpoints.map(() => 1)

export const searchQueries = {
  /** The entities of one type, page by page. */
  ofType: (type: EntityType, text: string) =>
    infiniteQueryOptions({
      queryKey: ['entities', type, 'search', text],
      queryFn: ({ pageParam, signal }) => searchPage(type, text, pageParam, PAGE_SIZE, signal),
      initialPageParam: firstPages(type),
      getNextPageParam: (last) => (last.next.some((page) => page !== null) ? last.next : null),
    }),
  /** The first few of each type, or the first page. */
  across: (types: readonly EntityType[], text: string, isWide = false) =>
    queryOptions({
      queryKey: ['entities', 'across', types, text, isWide],
      queryFn: ({ signal }) => searchAcross(types, text, isWide ? PAGE_SIZE : FIRST_FEW, signal),
    }),
}
