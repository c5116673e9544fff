import type { RefObject } from 'react'
import { useEffect, useRef } from 'react'

/**
 * A ref for the element that has the focus at first. `autoFocus` is too early inside a dialog: in development the
 * dialog's focus trap is set up twice and takes the focus away again.
 */
export function useInitialFocus<Element extends HTMLElement>(): RefObject<Element | null> {
  const ref = useRef<Element>(null)
  useEffect(() => ref.current?.focus(), [])
  return ref
}

/**
 * The same as a ref, for what appears later. One function for all: React calls a ref that is new at each draw again each
 * time, and the focus would be taken back from where it went since.
 */
export const takeFocus = (element: HTMLElement | null): void => element?.focus()
