import { useSyncExternalStore } from 'react'
import { refutedOfflineAtom } from '../api/connection.ts'

/**
 * Whether there is a network, as far as the browser knows and no response of Waldur refutes it. It only changes texts;
 * requests are tried anyway.
 */
export const useOnline = (): boolean =>
  useSyncExternalStore(onChange, () => navigator.onLine || refutedOfflineAtom.get())

function onChange(listener: () => void): () => void {
  const unsubscribe = refutedOfflineAtom.subscribe(listener)
  addEventListener('online', listener)
  addEventListener('offline', listener)
  return () => {
    unsubscribe()
    removeEventListener('online', listener)
    removeEventListener('offline', listener)
  }
}
