import type { Access, HeldRole, Holder, Place } from './access.ts'
import { accessOf, isNever } from './access.ts'

/** A time from which a token can do less than before, because roles expire. */
export interface RoleEnd {
  /** In milliseconds since 1970. Waldur removes the role in its next daily task. */
  at: number
  /** The roles that expire then. */
  roles: readonly HeldRole[]
  /** The permissions that stop working then, in at least one place. */
  scopes: readonly string[]
}

/** A permission that stops working in one place. */
export interface Loss {
  scope: string
  at: number
  roles: readonly HeldRole[]
}

/**
 * When a permission stops working in a place, by the current end dates of the user's roles; null if it does not. With
 * several roles it lasts as long as the last of them. It does not stop if another role may provide it whose permissions
 * or entity are unknown (waldur-api, sections 7.3 and 8.3).
 * @param access the verdict of `accessOf`
 */
export function lossOf(scope: string, place: Place | null, holder: Holder, access: Access): Loss | null {
  if ((access.kind !== 'works' && access.kind !== 'inside') || access.through.length === 0) return null
  const at = access.through.reduce((most, role) => Math.max(most, role.endsAt), 0)
  if (at === Number.POSITIVE_INFINITY) return null
  const left = { ...holder, roles: holder.roles.filter(({ endsAt }) => endsAt > at) }
  if (!isNever(accessOf(scope, place, left))) return null
  return { scope, at, roles: access.through.filter(({ endsAt }) => endsAt === at) }
}

/** The losses grouped by time, the earliest first. */
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
 * The first time from which a token can do less because roles expire; null if there is none.
 * @param places null for a token that is not limited
 * @param nowMs roles that have expired by then are ignored, although they count until the daily task
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
