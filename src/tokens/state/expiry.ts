import { instantMs } from '../../api/wire.ts'
import { DAY } from '../../ui/time.ts'
import type { Token } from '../schema.ts'

export type TokenState = 'expired' | 'revoked' | 'active'

type Life = Pick<Token, 'expires_at' | 'is_active'>

/**
 * The state of a token at the server's time `nowMs`. The order of the checks matters: Waldur leaves `is_active` true
 * for up to six hours after the end, and an expired token that was cleaned up looks like a revoked one (waldur-api,
 * 2.11).
 */
export function tokenState(token: Life, nowMs: number): TokenState {
  if (instantMs(token.expires_at) <= nowMs) return 'expired'
  return token.is_active ? 'active' : 'revoked'
}

/** How long before its end a token counts as ending soon. */
export const ENDS_SOON_MS = 14 * DAY

/** Whether an active token ends within `ENDS_SOON_MS` of the server's time `nowMs`. */
export const endsSoon = (token: Life, nowMs: number): boolean =>
  tokenState(token, nowMs) === 'active' && instantMs(token.expires_at) - nowMs < ENDS_SOON_MS

/** Active tokens come first. */
const STATE_ORDER: Record<TokenState, number> = { active: 0, expired: 1, revoked: 2 }

/** Active tokens first, the one that ends soonest on top; then the others, the latest end first. */
export function sortedByUrgency(tokens: readonly Token[], nowMs: number): Token[] {
  // Parse once per token instead of once per comparison.
  const read = tokens.map((token) => ({
    token,
    state: tokenState(token, nowMs),
    end: instantMs(token.expires_at),
  }))
  read.sort((a, b) => {
    if (a.state !== b.state) return STATE_ORDER[a.state] - STATE_ORDER[b.state]
    const later = a.end - b.end
    return (a.state === 'active' ? later : -later) || (a.token.uuid < b.token.uuid ? -1 : 1)
  })
  return read.map(({ token }) => token)
}

/** The part of a token that can be matched with a log line: its secret starts with it (waldur-api, 2.3). */
export const tokenStart = (token: Pick<Token, 'expires_at'>): string =>
  `w_${Math.floor(instantMs(token.expires_at) / 1000)}`
