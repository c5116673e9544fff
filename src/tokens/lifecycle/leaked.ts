import { instantMs } from '../../api/wire.ts'
import type { Token } from '../schema.ts'
import { tokenState } from '../state/expiry.ts'

/** Waldur notes the use of a token once in ten minutes at most (waldur-api, section 9). */
const NOTED_EVERY_MS = 10 * 60_000

/**
 * The active tokens that may have been used since then. A use that was noted up to ten minutes before may have been
 * followed by others.
 * @param sinceMs null for all that are active: a token that leaked need not have been used
 * @param nowMs the server's time
 */
export const leakedTokens = (tokens: readonly Token[], sinceMs: number | null, nowMs: number): Token[] =>
  tokens.filter(
    (token) =>
      tokenState(token, nowMs) === 'active' &&
      (sinceMs === null ||
        (token.last_used_at !== null && !(instantMs(token.last_used_at) <= sinceMs - NOTED_EVERY_MS))),
  )
