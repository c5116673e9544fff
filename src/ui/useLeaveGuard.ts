import { useRouter } from '@tanstack/react-router'
import { useEffectEvent, useLayoutEffect } from 'react'

/**
 * Blocks leaving the page while that would lose something: "Back" and links within the app call `onTry` instead, and
 * for a reload or a closed tab the browser asks.
 * Always in step with the screen, even when one guard replaces another. The router's own `useBlocker` updates in an
 * effect after the paint, which may be too late for a user who has read "Copied" and left.
 */
export function useLeaveGuard(keeps: () => boolean, onTry: () => void): void {
  const { history } = useRouter()
  const keepsNow = useEffectEvent(keeps)
  const tried = useEffectEvent(onTry)
  useLayoutEffect(
    () =>
      history.block({
        blockerFn: () => {
          const isKept = keepsNow()
          if (isKept) tried()
          return isKept
        },
        enableBeforeUnload: () => keepsNow(),
      }),
    [history],
  )
}
