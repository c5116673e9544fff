import { useEffect } from 'react'
import { startSpeaking } from '../ui/spoken.ts'
import { onSharedLanguage } from './homeportLook.ts'

/**
 * Goes along when HomePort, in another tab, speaks another language. The page starts anew then, so as long as something
 * on it would be lost it waits, and looks again whenever the tab is left or come back to.
 */
export function useHomeportLanguage(): void {
  useEffect(() => {
    const follow = () => {
      if (!isInUse()) void startSpeaking()
    }
    document.addEventListener('visibilitychange', follow)
    const stop = onSharedLanguage(follow)
    return () => {
      document.removeEventListener('visibilitychange', follow)
      stop()
    }
  }, [])
}

/** A dialog is open, or something is typed or ticked. */
const isInUse = (): boolean =>
  document.querySelector('dialog, [role="dialog"]') !== null ||
  [...document.querySelectorAll('input')].some(({ type, checked, value }) =>
    type === 'checkbox' || type === 'radio' ? checked : value !== '',
  )
