import { queryOptions } from '@tanstack/react-query'
import * as z from 'zod/mini'
import { request } from '../api/client.ts'
import { ApiError } from '../api/errors.ts'
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
export const entityRow = (type: EntityType) =>
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

/** The query with which Waldur sends only what `entityRow` reads; empty for types whose list has no such choice. */
export function fieldsOf(type: EntityType): { field?: string[] } {
  const { picksFields, name, path, above } = entityKind(type)
  return picksFields ? { field: ['uuid', name, ...path, ...above, 'state', 'is_removed'] } : {}
}

/** The caller may not see the entity or its whole endpoint (403, 404), or the module is turned off (424). */
export const isOutOfReach = (error: unknown): boolean =>
  error instanceof ApiError && (error.status === 403 || error.status === 404 || error.status === 424)

export const entityQueries = {
  detail: (type: EntityType, uuid: string) =>
    queryOptions({
      queryKey: ['entities', type, 'detail', uuid],
      queryFn: ({ signal }) => readEntity(type, uuid, signal),
    }),
}

/** The public list does not contain drafts, so look in the caller's own list next. */
export async function readEntity(type: EntityType, uuid: string, signal: AbortSignal): Promise<ReadEntity> {
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
