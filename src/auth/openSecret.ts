import { useSyncExternalStore } from 'react'

/** Notes that a secret, which is shown only once, is on the page. It never holds the secret itself. */
export interface OpenSecret {
  /** What to ask before closing it; null once it was copied or saved. */
  question: string | null
}

let open: OpenSecret | null = null
// Kept apart from `open`: its closure reaches the secret, and React keeps a component's last snapshot for a while.
let close: (() => void) | null = null
const listeners = new Set<() => void>()

export const openSecret = (): OpenSecret | null => open

export const closeOpenSecret = (): void => close?.()

function change(next: OpenSecret | null, nextClose: (() => void) | null): void {
  open = next
  close = nextClose
  for (const listener of listeners) listener()
}

/** Notes an open secret until the returned function is called. */
export function noteOpenSecret(secret: OpenSecret, onClose: () => void): () => void {
  change(secret, onClose)
  return () => change(null, null)
}

export const useOpenSecret = (): OpenSecret | null =>
  useSyncExternalStore((listener) => {
    listeners.add(listener)
    return () => listeners.delete(listener)
  }, openSecret)
