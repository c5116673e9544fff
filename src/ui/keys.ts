import { useSyncExternalStore } from 'react'

// Keys of one character get in the way of speech input, so they can be turned off (WCAG 2.2, 2.1.4).
let on = true
const listeners = new Set<() => void>()

/** Whether keys of one character do something. */
export const keysAreOn = (): boolean => on

/** For as long as the page is open. */
export function turnKeys(next: boolean): void {
  on = next
  for (const listener of listeners) listener()
}

export const useKeysAreOn = (): boolean =>
  useSyncExternalStore((listener) => {
    listeners.add(listener)
    return () => listeners.delete(listener)
  }, keysAreOn)
