import type { KeyboardEvent } from 'react'

/** What the arrow keys move between: the heads of the groups and the rows of those that are open. */
const STOPS = '[data-fold], .permission-row input'

/** In a list of groups, up and down move, left and right fold and unfold. */
export function moveInGroups(event: KeyboardEvent<HTMLElement>): void {
  if (!(event.target instanceof HTMLElement) || event.altKey || event.ctrlKey || event.metaKey) return
  const head = event.target.closest('fieldset')?.querySelector<HTMLElement>('[data-fold]')
  if (!head) return
  const isRow = event.target.closest('.permission-row') !== null
  const stops = [...event.currentTarget.querySelectorAll<HTMLElement>(STOPS)]
  // The checkbox of a group counts as its head.
  const at = stops.indexOf(isRow ? event.target : head)
  if (at === -1) return
  const isOpen = head.getAttribute('aria-expanded') === 'true'
  switch (event.key) {
    case 'ArrowDown':
      stops[at + 1]?.focus()
      break
    case 'ArrowUp':
      stops[at - 1]?.focus()
      break
    case 'ArrowRight':
      if (isOpen) stops[at + 1]?.focus()
      else head.click()
      break
    case 'ArrowLeft':
      if (isRow || !isOpen) head.focus()
      else head.click()
      break
    default:
      return
  }
  event.preventDefault()
}
