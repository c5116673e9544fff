import type { ReactNode } from 'react'
import { useEffect, useState } from 'react'

/** Longer than the time in which a screen reader ignores what follows another change: in Orca 48, 100 ms. */
const AFTER_MS = 200

interface Props {
  isDueNow?: boolean
  children: ReactNode
}

/** An alert that would be lost among the other changes of a failed submit, a moment later. */
export function Later({ isDueNow = false, children }: Props) {
  const [isDue, setIsDue] = useState(isDueNow)
  useEffect(() => {
    const timer = setTimeout(setIsDue, AFTER_MS, true)
    return () => clearTimeout(timer)
  }, [])
  return isDue ? children : null
}
