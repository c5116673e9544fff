import { useState } from 'react'
import { useLeaveGuard } from '../../ui/useLeaveGuard.ts'

/**
 * Keeps the page while a request that issues a secret is pending. A reload or a closed tab has to be confirmed.
 * @returns whether the user tried to leave, and needs to be told why that does not work
 */
export function useUnderway(isUnderway: () => boolean): boolean {
  const [tried, setTried] = useState(false)
  useLeaveGuard(isUnderway, () => setTried(true))
  return tried
}
