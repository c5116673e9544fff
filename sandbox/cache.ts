import type { Clock } from './clock.ts'

/** What Waldur keeps in its cache: gone after a while by the sandbox's clock, and at a restart. */
export interface Cache {
  /** Notes a key for so many seconds. False where it is noted already; then its time does not begin anew. */
  add(key: string, seconds: number): boolean
  /** How often a key was counted within so many seconds from its first time, this time included. */
  count(key: string, seconds: number): number
}

export function startCache(clock: Clock): Cache {
  const kept = new Map<string, { count: number; until: number }>()
  const count = (key: string, seconds: number) => {
    const entry = kept.get(key)
    const isLive = entry !== undefined && entry.until > clock.now()
    const next = isLive ? { ...entry, count: entry.count + 1 } : { count: 1, until: clock.now() + seconds * 1000 }
    kept.set(key, next)
    return next.count
  }
  return { count, add: (key, seconds) => count(key, seconds) === 1 }
}
