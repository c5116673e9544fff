import { useSyncExternalStore } from 'react'
import { NARROW, PHONE } from './view.ts'

export const useIsNarrow = (): boolean => useMatch(narrow)
export const useIsPhone = (): boolean => useMatch(phone)

const narrow = matcher(NARROW)
const phone = matcher(PHONE)

/** Created once, because a query on each render would make the browser compute styles each time. */
function matcher(query: string) {
  const list = matchMedia(query)
  const subscribe = (listener: () => void) => {
    list.addEventListener('change', listener)
    return () => list.removeEventListener('change', listener)
  }
  return { subscribe, matches: () => list.matches }
}

const useMatch = ({ subscribe, matches }: ReturnType<typeof matcher>): boolean =>
  useSyncExternalStore(subscribe, matches)
