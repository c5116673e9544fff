import { useDeferredValue, useSyncExternalStore } from 'react'
import { createAtom } from '../api/atom.ts'
import { serverNow } from '../api/serverClock.ts'

const STEP_MS = 15_000

/** One timer for the whole page, however many dates it shows. */
const ticks = createAtom(0)
setInterval(() => ticks.set((count) => count + 1), STEP_MS)

let seen = { step: Number.NaN, now: 0 }

/** The same number within a step, so that nothing renders or computes again in between. */
function steadyNow(): number {
  const now = serverNow()
  const step = Math.floor(now / STEP_MS)
  if (step !== seen.step) seen = { step, now }
  return seen.now
}

/** The server's time in milliseconds, updated every 15 seconds: enough for "expires in 2 minutes". */
export const useNow = (): number => useSyncExternalStore(ticks.subscribe, steadyNow)

/** Deferred, for work on thousands of tokens: otherwise a keystroke at the moment of a step would wait for it. */
export const useDeferredNow = (): number => useDeferredValue(useNow())
