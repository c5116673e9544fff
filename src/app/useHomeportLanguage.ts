import { useEffect } from 'react'
import { DIALOGS } from '../ui/dialogs.ts'
import { loadLocale } from '../ui/locale.ts'
import { onSharedLanguage } from './homeportLook.ts'

/**
 * Follows HomePort when its language changes in another tab. That remounts the page, so while something would be lost
 * it waits, and tries again whenever the tab is hidden or shown.
 */
export function useHomeportLanguage(): void {
  useEffect(() => {
    const follow = () => {
      if (!isInUse()) void loadLocale()
    }
    document.addEventListener('visibilitychange', follow)
    const stop = onSharedLanguage(follow)
    return () => {
      document.removeEventListener('visibilitychange', follow)
      stop()
    }
  }, [])
}

/** Whether a dialog is open, or anything is typed or checked. */
const isInUse = (): boolean =>
  document.querySelector(DIALOGS) !== null ||
  [...document.querySelectorAll('input')].some(({ type, checked, value }) =>
    type === 'checkbox' || type === 'radio' ? checked : value !== '',
  )
