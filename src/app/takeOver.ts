import { currentSession } from '../api/credential.ts'
import { basePath } from '../api/deployment.ts'
import { startedBefore } from '../tokens/rows/started.ts'
import { addressedPlace } from './headStart.ts'

/** Writes the search and order of the first rows into the URL, where the page reads them. */
export function noteView(): void {
  const { view } = startedBefore()
  if (view === null || addressedPlace() !== 'list') return
  const query = new URLSearchParams({ ...(view.q && { q: view.q }), ...(view.sort && { sort: view.sort }) })
  const address = `${basePath}tokens${query.size > 0 ? `?${query}` : ''}`
  if (location.pathname + location.search !== address) history.replaceState(history.state, '', address)
}

/** Resolves once no menu is open: the page's rows would replace the menu's. */
export async function menuClosed(): Promise<void> {
  while (document.querySelector('.menu-cover') && !currentSession().ended) await new Promise(requestAnimationFrame)
}

/** @returns a function that focuses, in the rendered page, the field, link or button that had the focus before */
export function rememberFocus(): () => void {
  let focused = document.activeElement
  const follow = ({ target }: FocusEvent) => {
    if (target instanceof Element) focused = target
  }
  document.addEventListener('focusin', follow)
  return () => {
    document.removeEventListener('focusin', follow)
    const same = sameAs(focused)
    same?.focus({ preventScroll: true })
    if (focused instanceof HTMLInputElement && same instanceof HTMLInputElement && same.type === 'search') {
      same.setSelectionRange(focused.selectionStart, focused.selectionEnd)
    }
  }
}

/**
 * The router scrolls to the top once it has rendered.
 * @returns a function that scrolls to where the user was before; the event of the router's own scrolling comes later
 */
export function rememberScroll(): () => void {
  let top = scrollY
  const follow = () => {
    top = scrollY
  }
  addEventListener('scroll', follow)
  return () => {
    removeEventListener('scroll', follow)
    scrollTo({ top })
  }
}

/**
 * Holds the clicks made while the page renders: the rows they were made in are about to be replaced.
 * @returns a function that repeats them in the rendered page; if the mouse button is still down, it makes that click
 * when the button is released
 */
export function holdClicks(): () => void {
  const clicked: Element[] = []
  let pressed = document.querySelector(`${CLICKABLE}:active`)
  const press = (event: MouseEvent) => {
    pressed = event.type === 'mousedown' && isPlain(event) ? clickable(event) : null
  }
  const hold = (event: MouseEvent) => {
    const element = clickable(event)
    if (!element || !isPlain(event)) return
    event.preventDefault()
    event.stopPropagation()
    clicked.push(element)
  }
  document.addEventListener('mousedown', press, true)
  document.addEventListener('mouseup', press, true)
  document.addEventListener('click', hold, true)
  return () => {
    document.removeEventListener('mousedown', press, true)
    document.removeEventListener('mouseup', press, true)
    document.removeEventListener('click', hold, true)
    for (const element of clicked) sameAs(element)?.click()
    clickOnRelease(sameAs(pressed))
  }
}

/** The browser makes no click of a press and a release on two elements, though they look like one. */
function clickOnRelease(pressed: HTMLElement | null): void {
  if (!pressed) return
  const gesture = new AbortController()
  const end = (event: MouseEvent) => {
    gesture.abort()
    if (event.type === 'mouseup' && clickable(event) === pressed) pressed.click()
  }
  // A touch comes as a press, a release and a click at once, all on the rendered page.
  document.addEventListener('mousedown', end, { capture: true, signal: gesture.signal })
  document.addEventListener('mouseup', end, { capture: true, signal: gesture.signal })
}

const CLICKABLE = 'main :is(a, button, input)'

const clickable = ({ target }: MouseEvent): Element | null =>
  target instanceof Element ? target.closest(CLICKABLE) : null

const isPlain = ({ ctrlKey, metaKey, shiftKey, altKey }: MouseEvent): boolean =>
  !ctrlKey && !metaKey && !shiftKey && !altKey

/** Finds the same element by its label or text in the row of the same token, because names need not be unique. */
function sameAs(element: Element | null): HTMLElement | null {
  if (!element?.matches('a, button, input, time')) return null
  const link = element.closest('[data-index]')?.querySelector('a')
  const row = link ? `[data-index]:has(a[href="${CSS.escape(link.getAttribute('href') ?? '')}"])` : ''
  const candidates = document.querySelectorAll<HTMLElement>(`main ${row} ${element.localName}`)
  return [...candidates].find((candidate) => nameOf(candidate) === nameOf(element)) ?? null
}

const nameOf = (element: Element): string | null =>
  element.getAttribute('aria-label') ?? element.getAttribute('href') ?? element.textContent
