import { useRouter } from '@tanstack/react-router'
import { useEffectEvent, useLayoutEffect } from 'react'

/**
 * Keeps the page as long as there is something on it that leaving would lose: "Back" and links within the app call
 * `onTry` instead; a reload or a closed tab is asked about by the browser.
 *
 * True to the screen at every moment, also in a hand-over from one guard to the next. The router's own `useBlocker`
 * learns of a change in an effect after drawing, which may come after somebody has read "Copied" and left.
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
