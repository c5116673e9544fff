import { SHARED_LANGUAGE, SHARED_THEME, sharesSession } from '../api/homeport.ts'
import { store, stored } from '../api/storage.ts'

/** Marks that we follow HomePort's theme, for first.ts. */
const FOLLOWED = 'waldur-tokens.homeport-look'

/** HomePort's theme in this browser; null if none was chosen or the deployment shares nothing. */
export function sharedTheme(): 'light' | 'dark' | null {
  const theme = sharesSession() ? stored('localStorage', SHARED_THEME) : null
  return theme === 'light' || theme === 'dark' ? theme : null
}

/** Remembers for the next visit whether to follow HomePort's theme. */
export const noteFollowing = (): boolean => store('localStorage', FOLLOWED, sharesSession() ? 'true' : null)

/** Calls back when HomePort's theme changes in another tab. */
export const onSharedTheme = (listener: () => void): (() => void) => onEntry(SHARED_THEME, listener)

/** Calls back when HomePort's language changes in another tab. */
export const onSharedLanguage = (listener: () => void): (() => void) => onEntry(SHARED_LANGUAGE, listener)

/** Calls back when another tab changes the entry, in either storage. */
export function onEntry(key: string, listener: () => void): () => void {
  const hear = (event: StorageEvent) => {
    if (event.key === key) listener()
  }
  addEventListener('storage', hear)
  return () => removeEventListener('storage', hear)
}
