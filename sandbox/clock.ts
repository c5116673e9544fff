import type { Micros } from './wire.ts'

export interface Clock {
  /** Epoch milliseconds. */
  now(): number
  /** Epoch microseconds, never the same twice, so that creation order and `created` agree. */
  micros(): Micros
  /** Moves the clock forward by milliseconds. */
  advance(ms: number): void
}

/** A clock that starts at an instant (epoch milliseconds) and runs on in real time. */
export function startClock(startMs: number): Clock {
  const origin = performance.now()
  let advancedMs = 0
  let last = 0
  const micros = () => Math.floor((startMs + advancedMs + performance.now() - origin) * 1000)
  return {
    now: () => Math.floor(micros() / 1000),
    micros: () => {
      last = Math.max(micros(), last + 1)
      return last
    },
    advance: (ms) => {
      advancedMs += ms
    },
  }
}
