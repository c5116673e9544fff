import { isGlobal } from '../permissions/permissionWords.ts'
import type { Token } from '../schema.ts'
import type { Holder, Place } from './access.ts'
import { accessOf, isNever } from './access.ts'
import { followsRole } from './asked.ts'
import type { RoleEnd } from './roleEnd.ts'
import { endsOf, lossOf } from './roleEnd.ts'

/** What a token's permissions come to with the user's roles of today; none of it changes with the time. */
export interface Effect {
  /** Those that do nothing anywhere, for sure. */
  withoutEffect: readonly string[]
  /** When it can do less because roles end, the first end first. */
  ends: readonly RoleEnd[]
  /** Whether it acts in all of Waldur, because the user is staff. */
  isBoundless: boolean
}

/**
 * For a token of the list nothing needs to be asked: only roles on its places and inside them carry it, and a grant of
 * the user names what its entity lies in. Thousands of tokens are worked out at once.
 */
export function effectOf({ scopes, allowed_scopes }: Token, holder: Holder): Effect {
  const columns =
    allowed_scopes.length === 0
      ? [{ place: null, near: holder }]
      : allowed_scopes.map(({ type, uuid }) => {
          const place: Place = { type, uuid, above: [], knowsAll: true }
          return { place, near: { ...holder, roles: holder.roles.filter((role) => mayCount(role, uuid)) } }
        })
  const rows = scopes.map((scope) => ({
    scope,
    cells: columns.map(({ place, near }) => ({ place, near, access: accessOf(scope, place, near) })),
  }))
  const losses = rows.flatMap(({ scope, cells }) =>
    cells.flatMap(({ place, near, access }) => lossOf(scope, place, near, access) ?? []),
  )
  const isUnlimited = allowed_scopes.length === 0
  return {
    withoutEffect: rows.flatMap(({ scope, cells }) => (cells.every(({ access }) => isNever(access)) ? [scope] : [])),
    ends: endsOf(losses),
    isBoundless: holder.isStaff && isUnlimited && scopes.some((scope) => !followsRole(scope) && !isGlobal(scope)),
  }
}

/** Whether the role lies on the entity or in it, as far as is known. */
const mayCount = ({ uuid, above, knowsAll }: Holder['roles'][number], place: string | null): boolean =>
  uuid === place || !knowsAll || (place !== null && above.includes(place))
