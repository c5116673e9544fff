import { inArray } from 'drizzle-orm'
import type { Caller } from './access.ts'
import { isHeldOn } from './access.ts'
import { reachableFrom } from './bindings.ts'
import type { Core } from './core.ts'
import { entities } from './database.ts'
import { globalScopes } from './permissions.ts'
import type { NewToken } from './validate.ts'
import { hyphenated } from './wire.ts'

/**
 * Why these bindings can't be created, as Waldur's flat list of sentences with hyphenated uuids; empty if they can
 * (waldur-api.md 2.5 rows 3 and 4, 2.10). Staff may bind anything that exists; others need at least one of the
 * requested scopes on the entity or above it.
 */
export async function bindingProblems(core: Core, caller: Caller, wanted: NewToken): Promise<string[]> {
  if (wanted.bindings.length === 0) return []
  if (wanted.scopes.some((scope) => globalScopes.some((known) => known === scope))) {
    return ['Entity bindings cannot be combined with STAFF.ACCESS or SUPPORT.ACCESS — those scopes are global.']
  }
  const uuids = wanted.bindings.map(({ uuid }) => uuid)
  const found = await core.db.select().from(entities).where(inArray(entities.uuid, uuids))
  return wanted.bindings.flatMap(({ type, uuid }) => {
    const entity = found.find((row) => row.uuid === uuid && row.type === type)
    if (!entity) return [`${type} with uuid ${hyphenated(uuid)} does not exist.`]
    const reachable = reachableFrom(entity)
    const holds = caller.grants.some(
      (grant) => isHeldOn(grant, reachable) && grant.permissions.some((value) => wanted.scopes.includes(value)),
    )
    if (caller.user.isStaff || holds) return []
    return [`You do not hold any of the requested permissions on ${type} ${hyphenated(uuid)}.`]
  })
}
