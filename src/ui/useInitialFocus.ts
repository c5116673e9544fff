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

/** A ref for elements that appear later. Stable, because a new callback ref would steal the focus on each render. */
export const takeFocus = (element: HTMLElement | null): void => element?.focus()
