import { startTransition, useEffect, useState } from 'react'
import { whenIdle } from './idle.ts'

/** A keystroke waits for at most one step. */
const STEP = 20

/**
 * How many items of a long list to render: the first ones at once, the rest step by step while the browser is idle.
 * @param of the list; another one starts over
 */
export function useStepwise(of: unknown, first: number, all: number): number {
  const [drawn, setDrawn] = useState({ of, to: first })
  const to = Math.min(drawn.of === of ? drawn.to : first, all)
  useEffect(() => {
    if (to < all) return whenIdle(() => startTransition(() => setDrawn({ of, to: to + STEP })))
  }, [of, to, all])
  return to
}
