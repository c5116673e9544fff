import { instantMs } from '../../api/wire.ts'
import type { Token } from '../schema.ts'
import { endsSoon, tokenState } from '../state/expiry.ts'
import { isUnused } from '../state/idle.ts'

/**
 * A token's life as a bar, from its creation on the left to its expiration on the right. Positions are in percent of
 * the bar.
 */
export interface Life {
  state: 'active' | 'ending' | 'expired' | 'revoked'
  /** The first and the last instant of the bar, in milliseconds since 1970. */
  startMs: number
  endMs: number
  /** How much of it is over. */
  over: number
  /** The last use; null if there was none, or if Waldur did not say when. */
  used: number | null
  /** It was used, but not in 90 days. */
  isStale: boolean
}

/** What the bar is made of. */
export type LivedToken = Pick<Token, 'created' | 'expires_at' | 'is_active' | 'last_used_at'>

/**
 * @param nowMs the server's time
 * @param revokedAtMs when it was revoked, from its activity. Waldur's tokens do not say; without it the life of a
 *   revoked token ends where it is last known to have worked.
 */
export function lifeOf(token: LivedToken, nowMs: number, revokedAtMs?: number): Life {
  const endMs = instantMs(token.expires_at)
  const usedMs = instantMs(token.last_used_at)
  const createdMs = instantMs(token.created)
  // A token whose creation is unknown is at least as old as its last use.
  const startMs = isKnown(createdMs) ? createdMs : Math.min(isKnown(usedMs) ? usedMs : nowMs, nowMs, endMs)
  const at = (ms: number) => placeOf(ms, startMs, endMs)
  const used = isKnown(usedMs) ? at(usedMs) : null
  const state = tokenState(token, nowMs)
  const isStale = state === 'active' && used !== null && isUnused(token, nowMs)
  const life = { startMs, endMs, used, isStale }
  switch (state) {
    case 'expired':
      return { ...life, state, over: 100 }
    case 'revoked':
      return { ...life, state, over: revokedAtMs === undefined ? (used ?? 0) : at(revokedAtMs) }
    case 'active':
      return { ...life, state: endsSoon(token, nowMs) ? 'ending' : state, over: at(nowMs) }
  }
}

const isKnown = (ms: number): boolean => !Number.isNaN(ms)

/** The position of an instant on a bar, in percent with two decimals. What lies outside is at the edge. */
export function placeOf(ms: number, startMs: number, endMs: number): number {
  if (endMs <= startMs) return ms < startMs ? 0 : 100
  return Math.round(Math.max(0, Math.min(1, (ms - startMs) / (endMs - startMs))) * 10_000) / 100
}

/** Steps between the marks of a long bar, in months. */
const STEPS = [1, 3, 6, 12, 24, 60, 120, 240, 600, 1200]
const MOST_MARKS = 24

/**
 * The beginnings of months within a bar, in the viewer's time zone: every month, or of a longer bar every third, sixth,
 * twelfth and so on. Positions are in percent.
 */
export function monthMarks({ startMs, endMs }: Pick<Life, 'startMs' | 'endMs'>): number[] {
  const start = new Date(startMs)
  const months = (endMs - startMs) / (30 * 86_400_000)
  const step = STEPS.find((step) => months / step <= MOST_MARKS) ?? Number.POSITIVE_INFINITY
  const marks: number[] = []
  for (let month = step - (start.getMonth() % step); marks.length < MOST_MARKS; month += step) {
    const ms = new Date(start.getFullYear(), start.getMonth() + month, 1).getTime()
    // Also ends at an instant that is beyond what a date can be.
    if (!(ms < endMs)) break
    marks.push(placeOf(ms, startMs, endMs))
  }
  return marks
}
