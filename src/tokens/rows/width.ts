import { useSyncExternalStore } from 'react'
import { NARROW, PHONE } from './view.ts'

export const useIsNarrow = (): boolean => useMatch(NARROW)
export const useIsPhone = (): boolean => useMatch(PHONE)

const useMatch = (query: string): boolean =>
  useSyncExternalStore(
    (listener) => {
      const list = matchMedia(query)
      list.addEventListener('change', listener)
      return () => list.removeEventListener('change', listener)
    },
    () => matchMedia(query).matches,
  )
