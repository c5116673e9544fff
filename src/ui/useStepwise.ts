import { startTransition, useEffect, useState } from 'react'
import { whenIdle } from './idle.ts'

/** So many in one go: what comes of the next key has to wait for those that are being drawn. */
const STEP = 20

/**
 * How many of something long are drawn: the first ones at once, the others by and by while nothing else is to be done.
 * @param of what it is; another one begins anew
 */
export function useStepwise(of: unknown, first: number, all: number): number {
  const [drawn, setDrawn] = useState({ of, to: first })
  const to = Math.min(drawn.of === of ? drawn.to : first, all)
  useEffect(() => {
    if (to < all) return whenIdle(() => startTransition(() => setDrawn({ of, to: to + STEP })))
  }, [of, to, all])
  return to
}
