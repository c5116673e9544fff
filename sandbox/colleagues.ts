import { and, eq, inArray, or } from 'drizzle-orm'
import type { Caller, HeldGrant } from './access.ts'
import { heldGrants, seesEverything } from './access.ts'
import type { Core } from './core.ts'
import { entities, grants } from './database.ts'

/**
 * The grants that the caller can see: those in places where the caller holds a role and in the projects of the caller's
 * organizations; for staff and support, all of them. A token's bindings and scopes don't narrow this (waldur-api.md
 * 7.3).
 */
export async function colleaguesGrants(core: Core, caller: Caller): Promise<HeldGrant[]> {
  if (seesEverything(caller)) return await heldGrants(core, undefined)
  const places = caller.grants.map(({ scope }) => scope)
  const projects = core.db
    .select({ uuid: entities.uuid })
    .from(entities)
    .where(and(eq(entities.type, 'project'), inArray(entities.customer, places)))
  return await heldGrants(core, or(inArray(grants.scope, places), inArray(grants.scope, projects)))
}
