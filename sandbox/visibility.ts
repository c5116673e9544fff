import type { SQL } from 'drizzle-orm'
import { and, eq, inArray, or } from 'drizzle-orm'
import type { Caller } from './access.ts'
import { seesEverything } from './access.ts'
import type { EntityType } from './bindings.ts'
import { ancestorColumns } from './bindings.ts'
import type { Core } from './core.ts'
import { entities } from './database.ts'
import type { EntityList } from './entityLists.ts'

/** The entity itself or one of its ancestors is among the uuids (waldur-api.md 7.2). */
function atOrBelow(type: EntityType, uuids: string[]): SQL | undefined {
  return or(inArray(entities.uuid, uuids), ...ancestorColumns[type].map((column) => inArray(entities[column], uuids)))
}

/** Connected by a role without a right on it: the customer of a project, the provider of a resource, and the like. */
async function connectedThrough(core: Core, caller: Caller, type: EntityType): Promise<SQL | undefined> {
  const scopes = caller.grants.map(({ scope }) => scope)
  if (type === 'resource') return inArray(entities.provider, scopes)
  if (type === 'call') return or(inArray(entities.customer, scopes), inArray(entities.organizer, scopes))
  if (type === 'proposal') {
    const manages = [entities.call, entities.organizer, entities.customer].map((column) => inArray(column, scopes))
    return or(eq(entities.author, caller.user.uuid), ...manages)
  }
  if (type !== 'customer' && type !== 'project') return undefined
  const below = await core.db
    .select({ customer: entities.customer, project: entities.project })
    .from(entities)
    .where(inArray(entities.uuid, scopes))
  return inArray(
    entities.uuid,
    below.flatMap((row) => row[type] ?? []),
  )
}

/**
 * Which rows of a list the caller sees: by role where the list is not public, everything for staff and support, and
 * for a bound token only its entities and what lies below them (waldur-api.md 7.1, 7.3).
 */
export async function visibleEntities(core: Core, list: EntityList, caller: Caller): Promise<SQL | undefined> {
  const seesAll = list.audience === 'public' || seesEverything(caller)
  const scopes = caller.grants.map(({ scope }) => scope)
  const boundTo = caller.pat?.boundTo ?? null
  return and(
    eq(entities.type, list.type),
    list.states ? inArray(entities.state, [...list.states]) : undefined,
    seesAll ? undefined : or(atOrBelow(list.type, scopes), await connectedThrough(core, caller, list.type)),
    boundTo ? atOrBelow(list.type, boundTo) : undefined,
  )
}
