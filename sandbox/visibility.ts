import type { SQL } from 'drizzle-orm'
import { and, eq, inArray, or } from 'drizzle-orm'
import type { Caller } from './access.ts'
import { listedAncestors } from './bindings.ts'
import type { Core } from './core.ts'
import type { EntityRow } from './database.ts'
import { entities } from './database.ts'
import type { EntityList } from './entityLists.ts'
import { noMatch } from './reply.ts'
import { sightOf } from './sight.ts'

/**
 * Which rows of a list the user sees: by role unless the list is public; all rows for staff and support ([oracle],
 * waldur-api.md 7.1). A token's scopes don't change it.
 */
export function rowsInSight(core: Core, list: EntityList, caller: Caller): SQL | undefined {
  const { isStaff, isSupport } = caller.user
  // A global role shows the same rows as a role on every entity.
  const isEverywhere = caller.grants.some(({ scopeType }) => scopeType === 'global')
  const seesAll = isStaff || isEverywhere || (isSupport && !list.isHiddenFromSupport)
  return and(
    eq(entities.type, list.type),
    list.states ? inArray(entities.state, [...list.states]) : undefined,
    seesAll ? undefined : list.rule(sightOf(core, caller)),
  )
}

/** Of these rows, those that a bound token sees: its entities and what lies below them. Orders are not narrowed. */
export function visibleEntities(core: Core, list: EntityList, caller: Caller): SQL | undefined {
  const boundTo = list.type === 'order' ? null : (caller.pat?.boundTo ?? null)
  const inSight = rowsInSight(core, list, caller)
  if (!boundTo) return inSight
  const columns = [entities.uuid, ...listedAncestors[list.type].map((column) => entities[column])]
  return and(inSight, or(...columns.map((column) => inArray(column, boundTo))))
}

/** Waldur's model names, which its 404 messages quote. */
const models: Record<EntityRow['type'], string> = {
  customer: 'Customer',
  service_provider: 'ServiceProvider',
  call_organizer: 'CallManagingOrganisation',
  project: 'Project',
  offering: 'Offering',
  resource: 'Resource',
  resource_project: 'ResourceProject',
  call: 'Call',
  proposal: 'Proposal',
  order: 'Order',
}

/**
 * A row that the caller sees in the list.
 * @throws ErrorResponse 404 otherwise, before any permission is checked ([oracle] fact 10)
 */
export async function seenEntity(core: Core, list: EntityList, caller: Caller, uuid: string): Promise<EntityRow> {
  const where = and(visibleEntities(core, list, caller), eq(entities.uuid, uuid))
  const [row] = await core.db.select().from(entities).where(where)
  if (!row) throw noMatch(core.settings, models[list.type])
  return row
}
