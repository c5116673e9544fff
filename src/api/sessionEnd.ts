import type { ReadonlyAtom } from './atom.ts'
import { createAtom } from './atom.ts'

export interface SessionEnd {
  /** Milliseconds since 1970, by the server's clock. */
  at: number
  lifetimeMs: number
}

/**
 * When the session ends after a request that the server responded to at `now`. Waldur extends it by the whole lifetime,
 * but at most once per half of it. Older versions extend it each time, so it never ends sooner (waldur-api, section
 * 1.4).
 */
export const extended = (end: SessionEnd, now: number): SessionEnd =>
  now < end.at && end.at - now < end.lifetimeMs / 2 ? { ...end, at: now + end.lifetimeMs } : end

const end = createAtom<SessionEnd | null>(null)

/** When the session ends without further requests; null if unknown or never. */
export const sessionEndAtom: ReadonlyAtom<SessionEnd | null> = end

/** Takes over the end that the server reports itself. */
export const learnSessionEnd = (next: SessionEnd | null): void => end.set(next)

/** Notes a request of this session that got its response at `now`, by the server's clock. */
export const noteRequest = (now: number): void => end.set((end) => end && extended(end, now))
