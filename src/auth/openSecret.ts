import { createAtom } from '../api/atom.ts'
import { useAtom } from '../ui/useAtom.ts'

/** Notes that a secret, which is shown only once, is on the page. It never holds the secret itself. */
export interface OpenSecret {
  /** What to ask before closing it; null once it was copied or saved. */
  question: string | null
}

const open = createAtom<OpenSecret | null>(null)
// Kept apart from `open`: its closure reaches the secret, and React keeps a component's last snapshot for a while.
let close: (() => void) | null = null

export const openSecret = (): OpenSecret | null => open.get()

export const closeOpenSecret = (): void => close?.()

function change(next: OpenSecret | null, nextClose: (() => void) | null): void {
  close = nextClose
  open.set(next)
}

/** Notes an open secret until the returned function is called. */
export function noteOpenSecret(secret: OpenSecret, onClose: () => void): () => void {
  change(secret, onClose)
  return () => change(null, null)
}

export const useOpenSecret = (): OpenSecret | null => useAtom(open)
