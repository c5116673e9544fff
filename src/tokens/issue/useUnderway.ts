import { useState } from 'react'
import { useLeaveGuard } from '../../ui/useLeaveGuard.ts'

/**
 * Keeps the page while a request that issues a secret is under way; a reload or a closed tab has to be confirmed.
 * @returns whether somebody tried to leave, to be told why that does not work
 */
export function useUnderway(isUnderway: () => boolean): boolean {
  const [tried, setTried] = useState(false)
  useLeaveGuard(isUnderway, () => setTried(true))
  return tried
}
