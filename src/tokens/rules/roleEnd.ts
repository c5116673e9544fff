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
      const access = accessOf(scope, place, holder)
      if ((access.kind !== 'works' && access.kind !== 'inside') || access.through.length === 0) return []
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
 * The same for a token of the list. Nothing needs to be asked: only roles on its entities and inside them carry it, and
 * a grant of the caller names what its entity lies in. Null, too, where a role could not be read: it may carry on.
 */
export function tokenRoleEnd({ scopes, allowed_scopes }: Token, holder: Holder): RoleEnd | null {
  if (holder.roles.some(({ permissions }) => permissions === null)) return null
  const places = allowed_scopes.map(({ type, uuid }): Place => ({ type, uuid, above: [], knowsAll: true }))
  return roleEnd(scopes, places.length === 0 ? null : places, holder)
}
