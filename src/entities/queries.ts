import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import * as z from 'zod/mini'
import type { Page } from '../api/client.ts'
import { request, requestPage } from '../api/client.ts'
import type { RequestError } from '../api/errors.ts'
import { ApiError } from '../api/errors.ts'
import { mergePages } from '../api/page.ts'
import { orNull, Uuid } from '../api/wire.ts'
import type { EntityType } from './types.ts'
import { entityKind } from './types.ts'

/** A parent of an entity, if its row contains the name too. */
interface Parent {
  type: EntityType
  uuid: string
  name: string
}

export interface Entity {
  type: EntityType
  uuid: string
  name: string
  /** Uuids of its parents, as far as its row contains them. */
  above: string[]
  /** Whether `above` is complete. */
  knowsAll: boolean
  /** The parents that could be picked instead, outermost first. */
  parents: Parent[]
  /** Names of its parents, outermost first: organization, project. */
  path: string[]
  state: string | null
  /** Removed or terminated: a token bound to it could do nothing. */
  isGone: boolean
}

/** An entity that was fetched by its uuid. */
interface ReadEntity extends Entity {
  /** The list endpoint through which the caller can see it: "/api/projects/" */
  list: string
}

/** The parents of an entity, innermost first, in the form of picked entities. */
export function parentsOf({ parents, knowsAll }: Entity): Entity[] {
  return parents
    .map(({ type, uuid, name }, index): Entity => {
      const outer = parents.slice(0, index)
      const above = outer.map((parent) => parent.uuid)
      const path = outer.map((parent) => parent.name)
      // A resource also belongs to its offering.
      const isKnown = knowsAll && type !== 'resource'
      return { type, uuid, name, above, knowsAll: isKnown, parents: outer, path, state: null, isGone: false }
    })
    .reverse()
}

/** The first eight digits: enough to tell entities with the same name apart. */
export const shortUuid = (uuid: string): string => uuid.slice(0, 8)

// One invalid field must not hide an entity, so everything except the uuid may be missing.
const Above = z.catch(z.nullish(Uuid), undefined)
const Text = orNull(z.string())

const Row = z.object({
  uuid: Uuid,
  name: Text,
  customer_name: Text,
  project_name: Text,
  resource_name: Text,
  call_name: Text,
  customer_uuid: Above,
  project_uuid: Above,
  offering_uuid: Above,
  resource_uuid: Above,
  state: Text,
  is_removed: orNull(z.boolean()),
})

const PARENTS = ['customer', 'project', 'resource'] as const

/** A row of the type's list; other columns are ignored. */
const entityRow = (type: EntityType) =>
  z.pipe(
    Row,
    z.transform((row): Entity => {
      const kind = entityKind(type)
      return {
        type,
        uuid: row.uuid,
        name: row[kind.name]?.trim() || shortUuid(row.uuid),
        above: kind.above.flatMap((column) => row[column] ?? []),
        // Null means there is none; a missing column means nothing is known.
        knowsAll: kind.above.every((column) => row[column] !== undefined),
        parents: PARENTS.flatMap((parent) => {
          const [uuid, name] = [row[`${parent}_uuid`], row[`${parent}_name`]?.trim()]
          return uuid && name && kind.above.some((column) => column === `${parent}_uuid`)
            ? [{ type: parent, uuid, name }]
            : []
        }),
        path: kind.path.flatMap((column) => row[column]?.trim() || []),
        state: row.state || null,
        isGone: row.is_removed === true || row.state === 'Terminated',
      }
    }),
  )

function fieldsOf(type: EntityType): { field?: string[] } {
  const { picksFields, name, path, above } = entityKind(type)
  return picksFields ? { field: ['uuid', name, ...path, ...above, 'state', 'is_removed'] } : {}
}

interface Found {
  rows: Entity[]
  unreadable: number
  /** The number of results on the server; null if the server does not say, or if two lists overlap. */
  total: number | null
  /** The next page of each endpoint, null at its end. */
  next: (number | null)[]
}

const ENDED: Page<Entity> = { rows: [], unreadable: 0, unreadableUuids: [], page: 1, total: 0, next: null }

const PAGE_SIZE = 20
/** Per type, when searching several at once. */
const FIRST_FEW = 5

/** The caller may not see the entity or its whole endpoint (403, 404), or the module is switched off (424). */
const isOutOfReach = (error: unknown): boolean =>
  error instanceof ApiError && (error.status === 403 || error.status === 404 || error.status === 424)

/** Whether a failed search means that this Waldur does not have the type at all (waldur-api, section 7.1). */
export const isUnknownToServer = (error: unknown, type: EntityType): boolean =>
  error instanceof ApiError &&
  (error.status === 424 || (error.status === 404 && entityKind(type).mayBeMissing === true))

/** Also true for a list that only some callers may read. */
const isNoListFor = (error: unknown, type: EntityType): boolean =>
  isUnknownToServer(error, type) || (error instanceof ApiError && error.status === 403)

async function searchPage(
  type: EntityType,
  text: string,
  pages: readonly (number | null)[],
  pageSize: number,
  signal: AbortSignal,
): Promise<Found> {
  const kind = entityKind(type)
  const query = {
    ...(text ? { [kind.search]: text } : {}),
    ...(kind.order ? { o: kind.order } : {}),
    ...fieldsOf(type),
  }
  const answers = await Promise.all(
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
    rows: mergePages(answers.map((answer) => answer.rows)),
    unreadable: answers.reduce((sum, answer) => sum + answer.unreadable, 0),
    total: answers.length === 1 ? (answers[0]?.total ?? null) : null,
    next: answers.map((answer) => answer.next),
  }
}

interface FoundAcross {
  rows: Entity[]
  unreadable: number
  /** Some type has more results than these. */
  hasMore: boolean
  /** The types whose search failed, and the first error. */
  failed: EntityType[]
  failure: RequestError | null
}

/**
 * The first few of each type. A type that this Waldur does not have counts as having no results; one that fails for
 * another reason is listed. Throws only if every type failed.
 */
async function searchAcross(types: readonly EntityType[], text: string, signal: AbortSignal): Promise<FoundAcross> {
  const answers = await Promise.allSettled(
    types.map((type) => searchPage(type, text, firstPages(type), FIRST_FEW, signal)),
  )
  // An aborted search throws, so that it is never cached as an empty one.
  signal.throwIfAborted()
  const found = answers.flatMap((answer) => (answer.status === 'fulfilled' ? [answer.value] : []))
  const failures = answers.flatMap((answer, index) =>
    answer.status === 'rejected' ? [{ type: types[index], error: answer.reason }] : [],
  )
  if (found.length === 0 && failures[0]) throw failures[0].error
  const told = failures.filter(({ type, error }) => type === undefined || !isUnknownToServer(error, type))
  return {
    rows: found.flatMap(({ rows }) => rows.slice(0, FIRST_FEW)),
    unreadable: found.reduce((sum, { unreadable }) => sum + unreadable, 0),
    hasMore: found.some(({ rows, next }) => rows.length > FIRST_FEW || next.some((page) => page !== null)),
    failed: told.flatMap(({ type }) => type ?? []),
    failure: told[0]?.error ?? null,
  }
}

const firstPages = (type: EntityType): (number | null)[] => entityKind(type).endpoints.map(() => 1)

export const entityQueries = {
  all: () => ['entities'] as const,
  search: (type: EntityType, text: string) =>
    infiniteQueryOptions({
      queryKey: [...entityQueries.all(), type, 'search', text],
      queryFn: ({ pageParam, signal }) => searchPage(type, text, pageParam, PAGE_SIZE, signal),
      initialPageParam: firstPages(type),
      getNextPageParam: (last) => (last.next.some((page) => page !== null) ? last.next : null),
    }),
  across: (types: readonly EntityType[], text: string) =>
    queryOptions({
      queryKey: [...entityQueries.all(), 'across', types, text],
      queryFn: ({ signal }) => searchAcross(types, text, signal),
    }),
  detail: (type: EntityType, uuid: string) =>
    queryOptions({
      queryKey: [...entityQueries.all(), type, 'detail', uuid],
      queryFn: ({ signal }) => readEntity(type, uuid, signal),
    }),
}

/** The public list does not contain drafts, so look in the caller's own list next. */
async function readEntity(type: EntityType, uuid: string, signal: AbortSignal): Promise<ReadEntity> {
  const [first, second] = entityKind(type).endpoints
  const read = async (list: string): Promise<ReadEntity> => {
    const entity = await request(`${list}${uuid}/`, entityRow(type), { query: fieldsOf(type), signal })
    return { ...entity, list }
  }
  try {
    return await read(first)
  } catch (error) {
    if (second === undefined || !isOutOfReach(error)) throw error
    return await read(second)
  }
}
