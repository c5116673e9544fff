import type { ReadonlyAtom } from './atom.ts'
import { createAtom } from './atom.ts'

const refuted = createAtom(false)

/** Whether Waldur has just responded although the browser reports that it has no network. */
export const refutedOfflineAtom: ReadonlyAtom<boolean> = refuted

/**
 * Notes whether the last request got a response. `navigator.onLine` is only the browser's guess: it may be false while
 * Waldur is on the same computer, or behind a VPN.
 */
export const noteContact = (hasResponded: boolean): void => refuted.set(hasResponded && !navigator.onLine)
