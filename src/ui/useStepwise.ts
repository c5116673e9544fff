import { startTransition, useEffect, useState } from 'react'
import { whenIdle } from './idle.ts'

/** A keystroke waits for at most one step. */
const STEP = 20

/**
 * How many items of a long list to render: the first ones at once, the rest step by step while the browser is idle.
 * @param of the list; another one starts over
 */
export function useStepwise(of: unknown, first: number, all: number): number {
  const [rendered, setRendered] = useState({ of, to: first })
  const to = Math.min(rendered.of === of ? rendered.to : first, all)
  useEffect(() => {
    if (to < all) return whenIdle(() => startTransition(() => setRendered({ of, to: to + STEP })))
  }, [of, to, all])
  return to
}
