import { useSyncExternalStore } from 'react'
import type { ReadonlyAtom } from '../api/atom.ts'

/**
 * The value of an atom, or a part of it, followed as it changes.
 * @param select must not return another object while the atom stays the same
 */
export function useAtom<Value>(atom: ReadonlyAtom<Value>): Value
export function useAtom<Value, Part>(atom: ReadonlyAtom<Value>, select: (value: Value) => Part): Part
export function useAtom<Value>(atom: ReadonlyAtom<Value>, select = (value: Value): unknown => value): unknown {
  const read = () => select(atom.get())
  // The same on a server, where tests render.
  return useSyncExternalStore(atom.subscribe, read, read)
}
