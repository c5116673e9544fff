import { useSyncExternalStore } from 'react'
import { serverNow } from '../api/serverClock.ts'

const STEP_MS = 15_000

function onTick(tick: () => void): () => void {
  const timer = setInterval(tick, STEP_MS)
  return () => clearInterval(timer)
}

// Whole steps: the same value between two ticks, so that nothing renders in between.
const step = () => Math.floor(serverNow() / STEP_MS)

/** The server's time in milliseconds, renewed every 15 seconds: enough for "expires in 2 minutes". */
export function useNow(): number {
  useSyncExternalStore(onTick, step)
  return serverNow()
}
