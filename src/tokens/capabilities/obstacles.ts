import type { Token } from '../schema.ts'
import { tokenState } from '../state/expiry.ts'

/** What the caller may do with tokens: what the sign-in, the account and this Waldur allow. */
export interface Capabilities {
  /** Signed in with a personal access token: Waldur answers 403 to every change (waldur-api, 2.1). */
  byAccessToken: boolean
  /** `can_use_personal_access_tokens`; undefined where Waldur has no such flag: then one may try. */
  mayCreate: boolean | undefined
  /** `PAT_ENABLED`; undefined where Waldur does not say. */
  enabled: boolean | undefined
}

export type Obstacle = 'access-token' | 'switched-off' | 'not-allowed' | 'expired' | 'inactive'

/** Whether no token of the caller works now: turned off for this Waldur, or for the caller's account (section 9). */
export const isTurnedOff = ({ mayCreate, enabled }: Pick<Capabilities, 'mayCreate' | 'enabled'>): boolean =>
  enabled === false || mayCreate === false

/** Why the caller cannot create a token, or null. */
export function createObstacle({ byAccessToken, mayCreate, enabled }: Capabilities): Obstacle | null {
  if (byAccessToken) return 'access-token'
  if (enabled === false) return 'switched-off'
  return mayCreate === false ? 'not-allowed' : null
}

/**
 * Why this token cannot be rotated, or null. Waldur would rotate an expired token that was not cleaned up yet,
 * into one that is just as dead (waldur-api, 2.8); the flag and the limit are not asked on rotation.
 */
export function rotateObstacle(token: Token, capabilities: Capabilities, nowMs: number): Obstacle | null {
  if (capabilities.byAccessToken) return 'access-token'
  const state = tokenState(token, nowMs)
  if (state === 'expired') return 'expired'
  if (state === 'revoked') return 'inactive'
  return capabilities.enabled === false ? 'switched-off' : null
}

/** Why nothing can be issued in this token's place, or null. What was revoked is not replaced, but may be copied. */
export const replaceObstacle = (token: Token, capabilities: Capabilities, nowMs: number): Obstacle | null =>
  createObstacle(capabilities) ?? (tokenState(token, nowMs) === 'revoked' ? 'inactive' : null)

/** Why the networks of this token cannot be changed, or null: Waldur refuses it for an inactive one (section 3). */
export function networksObstacle(token: Token, { byAccessToken }: Capabilities, nowMs: number): Obstacle | null {
  if (byAccessToken) return 'access-token'
  const state = tokenState(token, nowMs)
  if (state === 'expired') return 'expired'
  return state === 'revoked' ? 'inactive' : null
}

/** Why this token cannot be revoked, or null. Revoking frees an expired token's place in the limit (2.5). */
export function revokeObstacle(token: Token, capabilities: Capabilities): Obstacle | null {
  if (capabilities.byAccessToken) return 'access-token'
  return token.is_active ? null : 'inactive'
}
