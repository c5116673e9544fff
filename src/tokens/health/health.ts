import { instantMs } from '../../api/wire.ts'
import type { Effect } from '../access/effect.ts'
import type { RoleEnd } from '../access/roleEnd.ts'
import { isGlobal } from '../permissions/globals.ts'
import type { Token } from '../schema.ts'
import { endsSoon, tokenState } from '../state/expiry.ts'
import { isIdle } from '../state/idle.ts'

/** A problem with an active token that its owner may want to fix. */
export type HealthIssue =
  /** None of its permissions works: every place is deleted, or none has an effect in any of them. */
  | { kind: 'dead' }
  /** Permissions that certainly have no effect in any of its places. */
  | { kind: 'dead permissions'; scopes: string[] }
  /** STAFF.ACCESS of a user who is no longer staff. */
  | { kind: 'staff only'; scopes: string[] }
  /** Places that were deleted. */
  | { kind: 'dead bindings'; count: number }
  | { kind: 'never used' }
  | { kind: 'unused' }
  | { kind: 'ends soon' }
  /** Roles of the caller expire before it does, and with them some of its access. */
  | { kind: 'outlives role'; end: RoleEnd }
  | { kind: 'global'; scopes: string[] }
  /** It works in all of Waldur, because the user is staff. */
  | { kind: 'boundless' }
  /** Many permissions, wherever the user has them. */
  | { kind: 'broad' }

/** More permissions without a place are broad: more than a task needs. */
const MANY_SCOPES = 20

/**
 * The token's issues, the most serious first; none for a token that has ended. Waldur counts the uses of a token, not
 * of each permission, so there is no issue about unused permissions (waldur-api, sections 2.10, 7.3, 9).
 * @param effect what its permissions do; null until known, without issues about them
 * @param nowMs the server's time
 */
export function healthIssues(token: Token, effect: Effect | null, nowMs: number): HealthIssue[] {
  if (tokenState(token, nowMs) !== 'active') return []
  const { scopes, allowed_scopes } = token
  const { withoutEffect, ends, isBoundless } = effect ?? { withoutEffect: [], ends: [], isBoundless: false }
  const deadBindings = allowed_scopes.filter(({ uuid }) => uuid === null).length
  const isDead =
    (allowed_scopes.length > 0 && deadBindings === allowed_scopes.length) || withoutEffect.length === scopes.length
  // No other issue matters then.
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
    isIdle(token, nowMs) && { kind: token.last_used_at === null ? 'never used' : 'unused' },
    allowed_scopes.length === 0 && !isBoundless && scopes.length > MANY_SCOPES && { kind: 'broad' },
  ]
  return issues.filter((one) => one !== false)
}
