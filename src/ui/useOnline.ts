import { useSyncExternalStore } from 'react'

/** The browser's network state. It only changes texts; requests are tried anyway. */
export const useOnline = (): boolean => useSyncExternalStore(onChange, () => navigator.onLine)

function onChange(listener: () => void): () => void {
  addEventListener('online', listener)
  addEventListener('offline', listener)
  return () => {
    removeEventListener('online', listener)
    removeEventListener('offline', listener)
  }
}
