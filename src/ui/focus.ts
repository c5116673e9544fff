import { DIALOGS } from './dialogs.ts'

/** A ref for elements that appear later. Stable, because a new callback ref would steal the focus on each render. */
export const takeFocus = (element: HTMLElement | null): void => element?.focus()

/**
 * A ref for what may disappear while it has the focus, such as a notice with its “Try again”: the heading of the dialog
 * or page gets the focus then.
 */
export const handFocusOn = (element: HTMLElement | null) => () => {
  if (!element?.contains(document.activeElement)) return
  const heading = (element.closest(DIALOGS) ?? document).querySelector<HTMLElement>('h1, h2')
  if (!heading) return
  heading.tabIndex = -1
  heading.focus()
}

/** Focuses the page's heading, because the focused element is about to disappear. */
export const focusHeading = (): void => document.querySelector('h1')?.focus()

/**
 * Focuses the heading if nothing has the focus, after the focused element has disappeared. A freshly loaded page keeps
 * the browser's own focus.
 */
export function keepFocus(): void {
  if (document.activeElement === document.body && navigator.userActivation?.hasBeenActive) focusHeading()
}
