import type { StorageManager } from '@mui/material/styles'
import { store, stored } from '../api/storage.ts'
import { onEntry, onSharedTheme, sharedTheme } from './homeportLook.ts'

/** MUI's name for it. */
const MODE = 'mui-mode'

/** Stores the user's choice. If the browser refuses, it lasts until the page closes. */
export const keepScheme = (mode: string): boolean => store('localStorage', MODE, mode)

const current = (): string | null => stored('localStorage', MODE) || sharedTheme()

/**
 * Where MUI reads light or dark from: the user's choice here, else HomePort's, if the deployment shares its sign-in.
 * MUI writes nothing, because a followed value would become a choice.
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
