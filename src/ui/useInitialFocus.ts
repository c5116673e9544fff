import type { RefObject } from 'react'
import { useEffect, useRef } from 'react'

/**
 * A ref for the element to focus first. `autoFocus` is too early inside a dialog: in development the dialog's focus
 * trap is set up twice and takes the focus away again.
 */
export function useInitialFocus<Element extends HTMLElement>(): RefObject<Element | null> {
  const ref = useRef<Element>(null)
  useEffect(() => ref.current?.focus(), [])
  return ref
}
