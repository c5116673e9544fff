import { followsRole } from '../access/follows.ts'
import type { Rank } from '../permissions/globals.ts'
import { isGlobal, rejectedGlobals } from '../permissions/globals.ts'

/** The reason for a warning, a short default lifetime and a checkbox to confirm. */
export type Warning = 'staff views' | 'support views' | 'staff'

/**
 * What the user has to know about a token before it is created; null for most. Staff need no role and no STAFF.ACCESS:
 * any permission that Waldur checks against the token works everywhere, unless the token is limited to places
 * ([oracle], facts 2, 17 and 18). A token that Waldur will reject needs no warning.
 */
export function warningOf(scopes: readonly string[], isLimited: boolean, user: Rank): Warning | null {
  if (rejectedGlobals(scopes, user).length > 0) return null
  if (scopes.includes('STAFF.ACCESS')) return 'staff views'
  const decides = scopes.some((scope) => !isGlobal(scope) && !followsRole(scope))
  if (user.is_staff && !isLimited && decides) return 'staff'
  return scopes.includes('SUPPORT.ACCESS') ? 'support views' : null
}
