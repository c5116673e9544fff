import { instantMs } from '../../api/wire.ts'
import { DAY } from '../../ui/time.ts'
import type { Token } from '../schema.ts'

export type TokenState = 'expired' | 'revoked' | 'active'

type Life = Pick<Token, 'expires_at' | 'is_active'>

/**
 * The state of a token at the server's time `nowMs`, judged in this order: Waldur leaves `is_active` true for up to
 * six hours after the end, and an expired token that was cleaned up looks like a revoked one (waldur-api, 2.11).
 */
export function tokenState(token: Life, nowMs: number): TokenState {
  if (instantMs(token.expires_at) <= nowMs) return 'expired'
  return token.is_active ? 'active' : 'revoked'
}

/** From this long before its end a token is said to end soon. */
const ENDS_SOON_MS = 14 * DAY

export const endsSoon = (token: Life, nowMs: number): boolean =>
  tokenState(token, nowMs) === 'active' && instantMs(token.expires_at) - nowMs < ENDS_SOON_MS

const ORDER: Record<TokenState, number> = { active: 0, expired: 1, revoked: 2 }

/** Active tokens first, the one that ends soonest on top; then the others, the latest end first. */
export function byUrgency(nowMs: number): (a: Token, b: Token) => number {
  return (a, b) => {
    const [stateA, stateB] = [tokenState(a, nowMs), tokenState(b, nowMs)]
    if (stateA !== stateB) return ORDER[stateA] - ORDER[stateB]
    const later = instantMs(a.expires_at) - instantMs(b.expires_at)
    return (stateA === 'active' ? later : -later) || (a.uuid < b.uuid ? -1 : 1)
  }
}

/** The part of a token that can be matched with a log line: the secret starts with it (waldur-api, 2.3). */
export const tokenStart = (token: Pick<Token, 'expires_at'>): string =>
  `w_${Math.floor(instantMs(token.expires_at) / 1000)}`
