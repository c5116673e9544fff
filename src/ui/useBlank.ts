import { useEffect, useState } from 'react'

/** Longer than the 100 ms within which Orca drops a change that follows another. */
const BLANK_MS = 200

/**
 * For the outcome of a button that can be pressed again: it is blank for a moment, so that the same words are said
 * again, and apart from what else has changed.
 */
export function useBlank(): [boolean, () => void] {
  const [isBlank, setBlank] = useState(false)
  useEffect(() => {
    if (!isBlank) return
    const timer = setTimeout(setBlank, BLANK_MS, false)
    return () => clearTimeout(timer)
  }, [isBlank])
  return [isBlank, () => setBlank(true)]
}
