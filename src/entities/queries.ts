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

/** What an entity lies in, where its row tells the name as well. */
interface Parent {
  type: EntityType
  uuid: string
  name: string
}

export interface Entity {
  type: EntityType
  uuid: string
  name: string
  /** Uuids of what it lies in, as far as its row tells. */
  above: string[]
  /** Whether these are all. */
  knowsAll: boolean
  /** Those of them that could be picked instead, from the outside in. */
  parents: Parent[]
  /** Names of what it belongs to, from the outside in: organization, project. */
  path: string[]
  state: string | null
  /** Removed or terminated: a token bound to it could do nothing. */
  isGone: boolean
}

/** One that was asked for by its uuid. */
interface ReadEntity extends Entity {
  /** The list of its type that shows it to the caller: "/api/projects/" */
  list: string
}

/** What the entity lies in, from the inside out, as if it were picked itself. */
export function parentsOf({ parents, knowsAll }: Entity): Entity[] {
  return parents
    .map(({ type, uuid, name }, index): Entity => {
      const outer = parents.slice(0, index)
      const above = outer.map((parent) => parent.uuid)
      const path = outer.map((parent) => parent.name)
      // A resource lies in its offering as well.
      const isKnown = knowsAll && type !== 'resource'
      return { type, uuid, name, above, knowsAll: isKnown, parents: outer, path, state: null, isGone: false }
    })
    .reverse()
}

/** The first eight digits: enough to tell namesakes apart. */
export const shortUuid = (uuid: string): string => uuid.slice(0, 8)

// One odd field must not hide an entity, so everything but the uuid may be missing.
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

/** A row of the type's list, whatever else it holds. */
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
        // Null says that there is none; a column that is not there says nothing.
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
  /** How many there are on the server; null where it does not say, or where two lists overlap. */
  total: number | null
  /** The next page of each endpoint, null where it has ended. */
  next: (number | null)[]
}

const ENDED: Page<Entity> = { rows: [], unreadable: 0, unreadableUuids: [], page: 1, total: 0, next: null }

const PAGE_SIZE = 20
/** Of each type, where several are searched at once. */
const FIRST_FEW = 5

/** An entity, or all of its endpoint, is not for this caller to see (403, 404), or its module is switched off (424). */
const isOutOfReach = (error: unknown): boolean =>
  error instanceof ApiError && (error.status === 403 || error.status === 404 || error.status === 424)

/** Whether a failed search means that this Waldur has no such thing at all (waldur-api, section 7.1). */
export const isUnknownToServer = (error: unknown, type: EntityType): boolean =>
  error instanceof ApiError &&
  (error.status === 424 || (error.status === 404 && entityKind(type).mayBeMissing === true))

/** The same of a list that is for some callers only. */
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
        // The second list only adds to the first.
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
  /** Some type has more than these. */
  hasMore: boolean
  /** The types without an answer, with what went wrong first. */
  failed: EntityType[]
  failure: RequestError | null
}

/**
 * The first few of each type. A type that this Waldur does not have counts as one without hits; one that fails for
 * another reason is named. Fails only where no type has answered.
 */
async function searchAcross(types: readonly EntityType[], text: string, signal: AbortSignal): Promise<FoundAcross> {
  const answers = await Promise.allSettled(
    types.map((type) => searchPage(type, text, firstPages(type), FIRST_FEW, signal)),
  )
  // An aborted search fails as a whole, and so never stays as one without hits.
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

/** The public list knows no drafts: what is not in it may be in the caller's own. */
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
