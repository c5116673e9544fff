import type { Token } from '../schema.ts'
import { tokenState } from '../state/expiry.ts'

/** What the caller may do with tokens, by the sign-in, the account and this Waldur server. */
export interface Capabilities {
  /** Signed in with a personal access token: Waldur returns 403 for every change (waldur-api, 2.1). */
  byAccessToken: boolean
  /** `can_use_personal_access_tokens`; undefined if Waldur has no such flag, so the user may try. */
  mayCreate: boolean | undefined
  /** `PAT_ENABLED`; undefined if Waldur does not say. */
  enabled: boolean | undefined
}

export type Obstacle = 'access-token' | 'switched-off' | 'not-allowed' | 'expired' | 'inactive'

/** Whether none of the caller's tokens works now: turned off for this Waldur server, or for the account (section 9). */
export const isTurnedOff = ({ mayCreate, enabled }: Pick<Capabilities, 'mayCreate' | 'enabled'>): boolean =>
  enabled === false || mayCreate === false

/** Why the caller cannot create a token, or null. */
export function createObstacle({ byAccessToken, mayCreate, enabled }: Capabilities): Obstacle | null {
  if (byAccessToken) return 'access-token'
  if (enabled === false) return 'switched-off'
  return mayCreate === false ? 'not-allowed' : null
}

/**
 * Why this token cannot be rotated, or null. Waldur would rotate an expired token that was not cleaned up yet, but into
 * one that has expired too (waldur-api, 2.8). The flag and the limit are not checked on rotation.
 */
export function rotateObstacle(token: Token, capabilities: Capabilities, nowMs: number): Obstacle | null {
  if (capabilities.byAccessToken) return 'access-token'
  const state = tokenState(token, nowMs)
  if (state === 'expired') return 'expired'
  if (state === 'revoked') return 'inactive'
  return capabilities.enabled === false ? 'switched-off' : null
}

/** Why this token cannot be replaced, or null. A revoked token cannot be replaced, but can be copied. */
export const replaceObstacle = (token: Token, capabilities: Capabilities, nowMs: number): Obstacle | null =>
  createObstacle(capabilities) ?? (tokenState(token, nowMs) === 'revoked' ? 'inactive' : null)

/** Why this token's networks cannot be changed, or null: Waldur rejects that for an inactive token (section 3). */
export function networksObstacle(token: Token, { byAccessToken }: Capabilities, nowMs: number): Obstacle | null {
  if (byAccessToken) return 'access-token'
  const state = tokenState(token, nowMs)
  if (state === 'expired') return 'expired'
  return state === 'revoked' ? 'inactive' : null
}

/** Why this token cannot be revoked, or null. Revoking an expired token frees its place in the limit (2.5). */
export function revokeObstacle(token: Token, capabilities: Capabilities): Obstacle | null {
  if (capabilities.byAccessToken) return 'access-token'
  return token.is_active ? null : 'inactive'
}
