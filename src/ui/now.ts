import { useSyncExternalStore } from 'react'
import { serverNow } from '../api/serverClock.ts'

const STEP_MS = 15_000

const listeners = new Set<() => void>()
let timer: ReturnType<typeof setInterval> | undefined

/** One timer for the whole page, however many dates are on it. */
function onTick(tick: () => void): () => void {
  listeners.add(tick)
  timer ??= setInterval(() => {
    for (const listener of listeners) listener()
  }, STEP_MS)
  return () => {
    listeners.delete(tick)
    if (listeners.size > 0) return
    clearInterval(timer)
    timer = undefined
  }
}

// Whole steps: the same value between two ticks, so that nothing renders in between.
const step = () => Math.floor(serverNow() / STEP_MS)

/** The server's time in milliseconds, renewed every 15 seconds: enough for "expires in 2 minutes". */
export function useNow(): number {
  useSyncExternalStore(onTick, step)
  return serverNow()
}
