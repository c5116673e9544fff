import { instantMs } from '../../api/wire.ts'
import { DAY } from '../../ui/time.ts'
import type { Effect } from '../access/effect.ts'
import type { RoleEnd } from '../access/roleEnd.ts'
import { isGlobal } from '../permissions/permissionWords.ts'
import type { Token } from '../schema.ts'
import { endsSoon, tokenState } from '../state/expiry.ts'

/** Something about an active token that its owner may want to mend. */
export type HealthIssue =
  /** None of its permissions works: every place is deleted, or each does nothing in any of them. */
  | { kind: 'dead' }
  /** Permissions that do nothing in any of its places, for sure. */
  | { kind: 'dead permissions'; scopes: string[] }
  /** STAFF.ACCESS of somebody who is no longer staff. */
  | { kind: 'staff only'; scopes: string[] }
  /** Places that were deleted. */
  | { kind: 'dead bindings'; count: number }
  | { kind: 'never used' }
  | { kind: 'unused' }
  | { kind: 'ends soon' }
  /** Roles of the caller end before it does, and with them some of what it can do. */
  | { kind: 'outlives role'; end: RoleEnd }
  | { kind: 'global'; scopes: string[] }
  /** It acts in all of Waldur, because the user is staff. */
  | { kind: 'boundless' }
  /** Many permissions, wherever the user has them. */
  | { kind: 'broad' }

/** A token that was never used is asked about after this long; before that nobody may have had the time. */
const NEVER_USED_MS = 14 * DAY
/** More permissions than these without a place count as broad: a preset's worth, not a job's. */
const MANY_SCOPES = 20

/**
 * What is not as it should be, the gravest first; nothing of tokens that have ended. Waldur counts the uses of a
 * token, never those of a permission, so nothing is said of unused permissions (waldur-api, sections 2.10, 7.3, 9).
 * @param effect what its permissions come to; null while that is not known, and then nothing is said of them
 * @param nowMs the server's time
 */
export function healthIssues(token: Token, effect: Effect | null, nowMs: number): HealthIssue[] {
  if (tokenState(token, nowMs) !== 'active') return []
  const { scopes, allowed_scopes } = token
  const { withoutEffect, ends, isBoundless } = effect ?? { withoutEffect: [], ends: [], isBoundless: false }
  const deadBindings = allowed_scopes.filter(({ uuid }) => uuid === null).length
  const isDead =
    (allowed_scopes.length > 0 && deadBindings === allowed_scopes.length) || withoutEffect.length === scopes.length
  // Whatever else may be said of it does not matter any more.
  if (isDead) return [{ kind: 'dead' }]
  const globals = scopes.filter((scope) => isGlobal(scope) && !withoutEffect.includes(scope))
  const staffOnly = withoutEffect.filter((scope) => scope === 'STAFF.ACCESS')
  const others = withoutEffect.filter((scope) => scope !== 'STAFF.ACCESS')
  const roleEnd = ends.find(({ at }) => at > nowMs && at < instantMs(token.expires_at))
  const issues: (HealthIssue | false)[] = [
    others.length > 0 && { kind: 'dead permissions', scopes: others },
    staffOnly.length > 0 && { kind: 'staff only', scopes: staffOnly },
    deadBindings > 0 && { kind: 'dead bindings', count: deadBindings },
    globals.length > 0 && { kind: 'global', scopes: globals },
    isBoundless && { kind: 'boundless' },
    endsSoon(token, nowMs) && { kind: 'ends soon' },
    roleEnd !== undefined && { kind: 'outlives role', end: roleEnd },
    restOf(token, nowMs),
    allowed_scopes.length === 0 && !isBoundless && scopes.length > MANY_SCOPES && { kind: 'broad' },
  ]
  return issues.filter((one) => one !== false)
}

/** Whether nobody has used it for 90 days, or ever. */
export const isUnused = ({ last_used_at }: Pick<Token, 'last_used_at'>, nowMs: number): boolean =>
  last_used_at === null || nowMs - instantMs(last_used_at) >= 90 * DAY

function restOf(token: Token, nowMs: number): HealthIssue | false {
  // What is not known is nothing to mend.
  if (token.last_used_at !== null) return isUnused(token, nowMs) && { kind: 'unused' }
  return nowMs - instantMs(token.created) >= NEVER_USED_MS && { kind: 'never used' }
}
