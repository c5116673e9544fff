import { isGlobal } from '../permissions/globals.ts'
import type { Token } from '../schema.ts'
import type { Holder, Place } from './access.ts'
import { accessOf, isNever } from './access.ts'
import { followsRole } from './follows.ts'
import type { RoleEnd } from './roleEnd.ts'
import { endsOf, lossOf } from './roleEnd.ts'

/** What a token's permissions do with the user's current roles. Nothing in it depends on the time. */
export interface Effect {
  /** The permissions that certainly do nothing anywhere. */
  withoutEffect: readonly string[]
  /** When it will be able to do less because roles expire, the earliest first. */
  ends: readonly RoleEnd[]
  /** Whether it acts in all of Waldur because the user is staff. */
  isBoundless: boolean
}

/**
 * For a token of the list this needs no requests: only roles on its places and inside them count, and the user's grants
 * contain the parents of their entities. It is fast enough for thousands of tokens at once.
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

/** Whether the role is, or may be, on the entity or inside it. */
const mayCount = ({ uuid, above, knowsAll }: Holder['roles'][number], place: string | null): boolean =>
  uuid === place || !knowsAll || (place !== null && above.includes(place))
