import { basePath } from '../api/deployment.ts'
import { begunBefore } from '../tokens/rows/begun.ts'

/** Writes how the first rows are looked at into the address, where the page looks. */
export function noteView(): void {
  const { q, sort } = begunBefore().view
  if (!q && !sort) return
  const address = `${basePath}tokens?${new URLSearchParams({ ...(q && { q }), ...(sort && { sort }) })}`
  if (location.pathname + location.search !== address) history.replaceState(null, '', address)
}

/** When the menu that is open has been closed, if there is one: another drawing would take it away. */
export async function menuClosed(): Promise<void> {
  while (document.querySelector('.menu-cover')) await new Promise(requestAnimationFrame)
}

/** @returns what gives the focus to the field, link or button of another drawing that is the one which had it last */
export function keepFocus(): () => void {
  let focused = document.activeElement
  const follow = ({ target }: FocusEvent) => {
    if (target instanceof Element) focused = target
  }
  document.addEventListener('focusin', follow)
  return () => {
    document.removeEventListener('focusin', follow)
    const same = sameAs(focused)
    same?.focus({ preventScroll: true })
    if (focused instanceof HTMLInputElement && same instanceof HTMLInputElement && same.type === 'text') {
      same.setSelectionRange(focused.selectionStart, focused.selectionEnd)
    }
  }
}

/** By what it is called, in the row of the same token: names need not be unique. */
function sameAs(element: Element | null): HTMLElement | null {
  const name = ['aria-label', 'href'].find((attribute) => element?.hasAttribute(attribute))
  if (!element || name === undefined) return null
  const link = element.closest('[data-index]')?.querySelector('a')
  const row = link ? `[data-index]:has(a[href="${CSS.escape(link.getAttribute('href') ?? '')}"])` : ''
  const value = CSS.escape(element.getAttribute(name) ?? '')
  return document.querySelector(`${row} ${element.localName}[${name}="${value}"]`)
}
