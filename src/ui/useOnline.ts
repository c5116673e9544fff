import { useSyncExternalStore } from 'react'

/** What the browser says of the network. It only chooses words: a request is tried all the same. */
export const useOnline = (): boolean => useSyncExternalStore(onChange, () => navigator.onLine)

function onChange(listener: () => void): () => void {
  addEventListener('online', listener)
  addEventListener('offline', listener)
  return () => {
    removeEventListener('online', listener)
    removeEventListener('offline', listener)
  }
}
