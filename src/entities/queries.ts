import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import * as z from 'zod'
import type { Page } from '../api/client.ts'
import { request, requestPage } from '../api/client.ts'
import { ApiError } from '../api/errors.ts'
import { mergePages } from '../api/page.ts'
import { Uuid } from '../api/wire.ts'
import type { EntityType } from './types.ts'
import { entityKind } from './types.ts'

export interface Entity {
  uuid: string
  name: string
  /** Uuids of what it lies in, as far as its row tells. */
  above: string[]
  /** Whether these are all. */
  knowsAll: boolean
  /** Names of what it belongs to, from the outside in: organization, project. */
  path: string[]
  state: string | null
  /** Removed or terminated: a token bound to it could do nothing. */
  isGone: boolean
}

/** The first eight digits: enough to tell namesakes apart. */
export const shortUuid = (uuid: string): string => uuid.slice(0, 8)

// One odd field must not hide an entity, so everything but the uuid may be missing.
const Above = Uuid.nullish().catch(undefined)
const Text = z.string().nullish().catch(null)

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
  is_removed: z.boolean().nullish().catch(null),
})

/** A row of the type's list, whatever else it holds. */
export const entityRow = (type: EntityType) =>
  Row.transform((row): Entity => {
    const kind = entityKind(type)
    return {
      uuid: row.uuid,
      name: row[kind.name]?.trim() || shortUuid(row.uuid),
      above: kind.above.flatMap((column) => row[column] ?? []),
      // Null says that there is none; a column that is not there says nothing.
      knowsAll: kind.above.every((column) => row[column] !== undefined),
      path: kind.path.flatMap((column) => row[column]?.trim() || []),
      state: row.state || null,
      isGone: row.is_removed === true || row.state === 'Terminated',
    }
  })

function fieldsOf(type: EntityType): Record<string, string[]> {
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

/** The endpoint is not for this caller (403), or not part of this Waldur (404, and 424 for a module switched off). */
const isOutOfReach = (error: unknown): boolean =>
  error instanceof ApiError && (error.status === 403 || error.status === 404 || error.status === 424)

/** Whether a failed search means that this Waldur has no such thing at all (waldur-api, section 7.1). */
export const isUnknownToServer = (error: unknown): boolean =>
  error instanceof ApiError && (error.status === 404 || error.status === 424)

async function searchPage(
  type: EntityType,
  text: string,
  pages: readonly (number | null)[],
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
        return await requestPage(path, entityRow(type), { query, page, pageSize: PAGE_SIZE, signal })
      } catch (error) {
        // The second list only adds to the first.
        if (index > 0 && isOutOfReach(error)) return ENDED
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

export const entityQueries = {
  all: () => ['entities'] as const,
  search: (type: EntityType, text: string) =>
    infiniteQueryOptions({
      queryKey: [...entityQueries.all(), type, 'search', text],
      queryFn: ({ pageParam, signal }) => searchPage(type, text, pageParam, signal),
      initialPageParam: entityKind(type).endpoints.map((): number | null => 1),
      getNextPageParam: (last) => (last.next.some((page) => page !== null) ? last.next : null),
    }),
  detail: (type: EntityType, uuid: string) =>
    queryOptions({
      queryKey: [...entityQueries.all(), type, 'detail', uuid],
      queryFn: ({ signal }) =>
        request(`${entityKind(type).endpoints[0]}${uuid}/`, entityRow(type), { query: fieldsOf(type), signal }),
    }),
}
