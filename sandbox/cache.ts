import type { Clock } from './clock.ts'

/** What Waldur keeps in its cache: entries expire by the sandbox's clock, and a restart clears it. */
export interface Cache {
  /** Adds a key for a number of seconds. False if the key exists; its time is then not extended. */
  add(key: string, seconds: number): boolean
  /**
   * How often the key has been counted, this time included, in the period of `seconds` that its first count started.
   */
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
