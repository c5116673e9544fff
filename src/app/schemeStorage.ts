import type { StorageManager } from '@mui/material/styles'
import { storageOf } from '../api/storage.ts'
import { onEntry, onSharedTheme, sharedTheme } from './homeportLook.ts'

/** As MUI names it. */
const MODE = 'mui-mode'

/** Keeps what somebody chose here. */
export function keepScheme(mode: string): void {
  try {
    storageOf('localStorage')?.setItem(MODE, mode)
  } catch {
    // The storage is full: the choice lasts as long as the page.
  }
}

const current = (): string | null => storageOf('localStorage')?.getItem(MODE) || sharedTheme()

/**
 * Where MUI finds light or dark: what was chosen here, else HomePort's, if the deployment shares its sign-in. MUI itself
 * keeps nothing: whatever is followed would be a choice from then on.
 */
export const schemeStorage: StorageManager = ({ key }) => ({
  get: (otherwise: string) => (key === MODE && current()) || otherwise,
  set: () => undefined,
  subscribe: (follow) => {
    if (key !== MODE) return () => undefined
    const hear = () => follow(current())
    const [stopOwn, stopShared] = [onEntry(MODE, hear), onSharedTheme(hear)]
    return () => {
      stopOwn()
      stopShared()
    }
  },
})
