import { useSyncExternalStore } from 'react'

// Single-character shortcuts interfere with speech input, so they can be turned off (WCAG 2.2, 2.1.4).
let on = true
const listeners = new Set<() => void>()

/** Whether single-character shortcuts are on. */
export const keysAreOn = (): boolean => on

/** Applies until the page closes. */
export function turnKeys(next: boolean): void {
  on = next
  for (const listener of listeners) listener()
}

export const useKeysAreOn = (): boolean =>
  useSyncExternalStore((listener) => {
    listeners.add(listener)
    return () => listeners.delete(listener)
  }, keysAreOn)
