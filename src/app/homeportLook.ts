import { SHARED_LANGUAGE, SHARED_THEME, sharesSession } from '../api/homeport.ts'
import { storageOf } from '../api/storage.ts'

/** That HomePort's look is followed, for scheme.ts. */
const FOLLOWED = 'waldur-tokens.homeport-look'

/** How HomePort looks in this browser; null where nobody has chosen that, or the deployment shares nothing of it. */
export function sharedTheme(): 'light' | 'dark' | null {
  const theme = sharesSession() ? storageOf('localStorage')?.getItem(SHARED_THEME) : null
  return theme === 'light' || theme === 'dark' ? theme : null
}

/** Notes for the next visit whether HomePort's look is followed. */
export function noteFollowing(): void {
  const local = storageOf('localStorage')
  try {
    if (sharesSession()) local?.setItem(FOLLOWED, 'true')
    else local?.removeItem(FOLLOWED)
  } catch {
    // The storage is full: the next visit begins with the system's colours.
  }
}

/** Calls back when HomePort looks different in another tab. */
export const onSharedTheme = (listener: () => void): (() => void) => onEntry(SHARED_THEME, listener)

/** The same when it speaks another language. */
export const onSharedLanguage = (listener: () => void): (() => void) => onEntry(SHARED_LANGUAGE, listener)

/** Calls back when another tab changes the entry, in whichever storage. */
export function onEntry(key: string, listener: () => void): () => void {
  const hear = (event: StorageEvent) => {
    if (event.key === key) listener()
  }
  addEventListener('storage', hear)
  return () => removeEventListener('storage', hear)
}
