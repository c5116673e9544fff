import type { Token } from '../schema.ts'
import type { HeldRole, Holder, Place } from './access.ts'
import { accessOf } from './access.ts'

/** The first moment from which a token can do less than today because roles end. */
export interface RoleEnd {
  /** In milliseconds since 1970. */
  at: number
  /** The roles that end then. */
  roles: readonly HeldRole[]
  /** What stops working then, somewhere at least. */
  scopes: readonly string[]
}

/**
 * When the caller's roles stop to carry a token, by the end dates that they have today; null where none does. A
 * permission that several roles carry in a place lasts as long as the last of them (waldur-api, sections 7.3 and 8.3).
 * @param places null for a token that is bound to nothing
 */
export function roleEnd(scopes: readonly string[], places: readonly Place[] | null, holder: Holder): RoleEnd | null {
  const losses = scopes.flatMap((scope) =>
    (places ?? [null]).flatMap((place) => {
      const access = accessOf(scope, scopes, place, holder)
      if (!('through' in access)) return []
      const last = access.through.reduce((most, role) => Math.max(most, role.endsAt), 0)
      return last === Number.POSITIVE_INFINITY
        ? []
        : [{ scope, at: last, roles: access.through.filter(({ endsAt }) => endsAt === last) }]
    }),
  )
  const at = losses.reduce((first, loss) => Math.min(first, loss.at), Number.POSITIVE_INFINITY)
  const first = losses.filter((loss) => loss.at === at)
  if (first.length === 0) return null
  return {
    at,
    roles: [...new Set(first.flatMap(({ roles }) => roles))],
    scopes: [...new Set(first.map(({ scope }) => scope))],
  }
}

/**
 * The same for a token of the list, from what is known without asking: a grant of the caller names what its entity lies
 * in (waldur-api, section 7.2). Null, too, where the token is bound to an entity on which the caller has no grant: a
 * role above it, which may not end, cannot be ruled out.
 * @param entities what has been asked of some entities, to rule that out
 */
export function tokenRoleEnd(
  { scopes, allowed_scopes }: Token,
  holder: Holder,
  entities: readonly Place[] = [],
): RoleEnd | null {
  if (allowed_scopes.length === 0) return roleEnd(scopes, null, holder)
  const places: Place[] = []
  for (const { type, uuid } of allowed_scopes) {
    if (uuid === null) continue
    const grant = holder.roles.find((role) => role.uuid === uuid)
    const entity = entities.find((known) => known.uuid === uuid && known.knowsAll)
    const above = grant?.above ?? entity?.above
    if (!above) return null
    places.push({ type, uuid, above, knowsAll: true })
  }
  return roleEnd(scopes, places, holder)
}
