import { instantMs } from '../../api/wire.ts'
import { DAY } from '../../ui/time.ts'
import type { Token } from '../schema.ts'
import { endsSoon, tokenState } from './expiry.ts'
import { isGlobal } from './permissionWords.ts'
import type { RoleEnd } from './roleEnd.ts'

/** Something about an active token that its owner may want to mend. */
export type Ailment =
  /** Nothing it was given is left: every entity is deleted, or no permission is held any more. It is not unrestricted. */
  | { kind: 'dead' }
  /** Permissions that the caller does not hold, or that Waldur does not know, any more. */
  | { kind: 'dead permissions'; scopes: string[] }
  /** Entities that were deleted. */
  | { kind: 'dead bindings'; count: number }
  | { kind: 'never used' }
  | { kind: 'unused' }
  | { kind: 'ends soon' }
  /** Roles of the caller end before it does, and with them some of what it can do. */
  | { kind: 'outlives role'; end: RoleEnd }
  | { kind: 'global'; scopes: string[] }
  /** Many permissions, wherever the caller holds them. */
  | { kind: 'broad' }

/** A token that was never used is asked about after this long; before that nobody may have had the time. */
const NEVER_USED_MS = 14 * DAY
/** More permissions than these without an entity count as broad: a preset's worth, not a job's. */
const MANY_SCOPES = 20

/**
 * What is not as it should be, the gravest first; nothing of tokens that have ended. Waldur counts the uses of a
 * token, never those of a permission, so nothing is said of unused permissions (waldur-api, sections 2.10, 7.3, 9).
 * @param available the permissions that the caller may give today; null while that is not known
 * @param roleEnd when roles of the caller stop to carry it, as far as that is known; see `tokenRoleEnd`
 * @param nowMs the server's time
 */
export function ailmentsOf(
  token: Token,
  available: ReadonlySet<string> | null,
  roleEnd: RoleEnd | null,
  nowMs: number,
): Ailment[] {
  if (tokenState(token, nowMs) !== 'active') return []
  const { scopes, allowed_scopes } = token
  const deadScopes = available === null ? [] : scopes.filter((scope) => !available.has(scope))
  const deadBindings = allowed_scopes.filter(({ uuid }) => uuid === null).length
  const isDead =
    (allowed_scopes.length > 0 && deadBindings === allowed_scopes.length) || deadScopes.length === scopes.length
  // Whatever else may be said of it does not matter any more.
  if (isDead) return [{ kind: 'dead' }]
  const globals = scopes.filter((scope) => isGlobal(scope) && !deadScopes.includes(scope))
  const ailments: (Ailment | false)[] = [
    deadScopes.length > 0 && { kind: 'dead permissions', scopes: deadScopes },
    deadBindings > 0 && { kind: 'dead bindings', count: deadBindings },
    globals.length > 0 && { kind: 'global', scopes: globals },
    endsSoon(token, nowMs) && { kind: 'ends soon' },
    roleEnd !== null &&
      roleEnd.at > nowMs &&
      roleEnd.at < instantMs(token.expires_at) && { kind: 'outlives role', end: roleEnd },
    restOf(token, nowMs),
    allowed_scopes.length === 0 && scopes.length > MANY_SCOPES && { kind: 'broad' },
  ]
  return ailments.filter((one) => one !== false)
}

/** Whether nobody has used it for 90 days, or ever. */
export const isUnused = ({ last_used_at }: Pick<Token, 'last_used_at'>, nowMs: number): boolean =>
  last_used_at === null || nowMs - instantMs(last_used_at) >= 90 * DAY

function restOf(token: Token, nowMs: number): Ailment | false {
  if (token.last_used_at !== null) return isUnused(token, nowMs) && { kind: 'unused' }
  return nowMs - instantMs(token.created) >= NEVER_USED_MS && { kind: 'never used' }
}
