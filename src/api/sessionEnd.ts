export interface SessionEnd {
  /** Milliseconds since 1970, by the server's clock. */
  at: number
  lifetimeMs: number
}

/**
 * When the session ends after a request that the server answered at `now`. Waldur extends it by the whole lifetime, but
 * at most once per half of it. Older versions extend it each time, so it never ends sooner (waldur-api, section 1.4).
 */
export const putOff = (end: SessionEnd, now: number): SessionEnd =>
  now < end.at && end.at - now < end.lifetimeMs / 2 ? { ...end, at: now + end.lifetimeMs } : end

let end: SessionEnd | null = null
const listeners = new Set<() => void>()

/** When the session ends without further requests; null if unknown or never. */
export const sessionEnd = (): SessionEnd | null => end

export function onSessionEnd(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** Takes over the end that the server reports itself. */
export function learnSessionEnd(next: SessionEnd | null): void {
  end = next
  for (const listener of listeners) listener()
}

/** Notes a request of this session that was answered at `now`, by the server's clock. */
export function noteRequest(now: number): void {
  const next = end && putOff(end, now)
  if (next !== end) learnSessionEnd(next)
}
