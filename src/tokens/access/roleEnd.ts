import type { Access, HeldRole, Holder, Place } from './access.ts'
import { accessOf, isNever } from './access.ts'

/** A moment from which a token can do less than before because roles end. */
export interface RoleEnd {
  /** In milliseconds since 1970; Waldur ends the role with its next daily task. */
  at: number
  /** The roles that end then. */
  roles: readonly HeldRole[]
  /** What stops working then, somewhere at least. */
  scopes: readonly string[]
}

/** A permission that stops working in one place. */
export interface Loss {
  scope: string
  at: number
  roles: readonly HeldRole[]
}

/**
 * When a permission stops working in a place, by the end dates that the user's roles have today; null where it does not.
 * What several roles carry lasts as long as the last of them. Nothing is said to stop that a role may carry on of which
 * it is not known what it permits, or where it lies (waldur-api, sections 7.3 and 8.3).
 * @param access what `accessOf` says of it
 */
export function lossOf(scope: string, place: Place | null, holder: Holder, access: Access): Loss | null {
  if ((access.kind !== 'works' && access.kind !== 'inside') || access.through.length === 0) return null
  const at = access.through.reduce((most, role) => Math.max(most, role.endsAt), 0)
  if (at === Number.POSITIVE_INFINITY) return null
  const left = { ...holder, roles: holder.roles.filter(({ endsAt }) => endsAt > at) }
  if (!isNever(accessOf(scope, place, left))) return null
  return { scope, at, roles: access.through.filter(({ endsAt }) => endsAt === at) }
}

/** The same by moment, the first one first. */
export const endsOf = (losses: readonly Loss[]): RoleEnd[] =>
  [...new Set(losses.map(({ at }) => at))]
    .sort((a, b) => a - b)
    .map((at) => {
      const then = losses.filter((loss) => loss.at === at)
      return {
        at,
        roles: [...new Set(then.flatMap(({ roles }) => roles))],
        scopes: [...new Set(then.map(({ scope }) => scope))],
      }
    })

/**
 * The first moment from which a token can do less because roles end; null where none does.
 * @param places null for a token that is limited to nothing
 * @param nowMs roles that have ended by then, and count until the daily task, are of no interest
 */
export function roleEnd(
  scopes: readonly string[],
  places: readonly Place[] | null,
  holder: Holder,
  nowMs: number,
): RoleEnd | null {
  const losses = scopes.flatMap((scope) =>
    (places ?? [null]).flatMap((place) => lossOf(scope, place, holder, accessOf(scope, place, holder)) ?? []),
  )
  return endsOf(losses.filter(({ at }) => at > nowMs))[0] ?? null
}
