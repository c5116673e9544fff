import { createAtom } from '../api/atom.ts'
import { useAtom } from './useAtom.ts'

// Single-character shortcuts interfere with speech input, so they can be turned off (WCAG 2.2, 2.1.4).
const on = createAtom(true)

/** Whether single-character shortcuts are on. */
export const keysAreOn = (): boolean => on.get()

/** Applies until the page closes. */
export const turnKeys = (next: boolean): void => on.set(next)

export const useKeysAreOn = (): boolean => useAtom(on)
