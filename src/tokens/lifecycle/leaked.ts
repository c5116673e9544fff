import { instantMs } from '../../api/wire.ts'
import type { Token } from '../schema.ts'
import { tokenState } from '../state/expiry.ts'

/** Waldur records the use of a token at most every ten minutes (waldur-api, section 9). */
const NOTED_EVERY_MS = 10 * 60_000

/**
 * The active tokens that may have been used since then. A use recorded up to ten minutes earlier may have been followed
 * by others.
 * @param sinceMs null for all active tokens, because a leaked token need not have been used
 * @param nowMs the server's time
 */
export const leakedTokens = (tokens: readonly Token[], sinceMs: number | null, nowMs: number): Token[] =>
  tokens.filter(
    (token) =>
      tokenState(token, nowMs) === 'active' &&
      (sinceMs === null ||
        (token.last_used_at !== null && !(instantMs(token.last_used_at) <= sinceMs - NOTED_EVERY_MS))),
  )
