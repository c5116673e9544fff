import type { StorageManager } from '@mui/material/styles'
import { storageOf } from '../api/storage.ts'
import { onEntry, onSharedTheme, sharedTheme } from './homeportLook.ts'

const MODE = 'mui-mode'

/** The one that MUI begins with, see App.tsx. */
const USUAL = 'system'

const chosen = (): string | null => storageOf('localStorage')?.getItem(MODE) || null

const current = (): string => chosen() ?? sharedTheme() ?? USUAL

/**
 * Where MUI keeps light or dark, as it does by itself; as long as nobody has chosen here it is HomePort's, if the
 * deployment shares its sign-in. What is followed only is not kept: it would be a choice from then on.
 */
export const schemeStorage: StorageManager = ({ key }) => ({
  get: (otherwise: string) => (key === MODE ? current() : otherwise),
  set: (mode: string) => {
    if (key === MODE && mode !== current()) storageOf('localStorage')?.setItem(MODE, mode)
  },
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
