import { basePath } from '../api/deployment.ts'
import { begunBefore } from '../tokens/rows/begun.ts'

/** Writes the search and order of the first rows into the address, where the page reads them. */
export function noteView(): void {
  const { q, sort } = begunBefore().view
  if (!q && !sort) return
  const address = `${basePath}tokens?${new URLSearchParams({ ...(q && { q }), ...(sort && { sort }) })}`
  if (location.pathname + location.search !== address) history.replaceState(null, '', address)
}

/** Resolves once no menu is open: the page's rows would replace the menu's. */
export async function menuClosed(): Promise<void> {
  while (document.querySelector('.menu-cover')) await new Promise(requestAnimationFrame)
}

/** @returns a function that focuses, in the rendered page, the field, link or button that had the focus before */
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

/** Finds the same element by its label in the row of the same token, because names need not be unique. */
function sameAs(element: Element | null): HTMLElement | null {
  const name = ['aria-label', 'href'].find((attribute) => element?.hasAttribute(attribute))
  if (!element || name === undefined) return null
  const link = element.closest('[data-index]')?.querySelector('a')
  const row = link ? `[data-index]:has(a[href="${CSS.escape(link.getAttribute('href') ?? '')}"])` : ''
  const value = CSS.escape(element.getAttribute(name) ?? '')
  return document.querySelector(`${row} ${element.localName}[${name}="${value}"]`)
}
