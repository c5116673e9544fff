import type { ReactNode } from 'react'
import { useEffect, useRef } from 'react'
import { sessionAtom } from '../api/credential.ts'
import { t } from './i18n.tsx'
import { useAtom } from './useAtom.ts'

/** Focuses the page's heading, because the focused element is about to disappear. */
export const focusHeading = (): void => document.querySelector('h1')?.focus()

/**
 * A ref for what may disappear while it has the focus, such as a notice with its “Try again”: the heading of the dialog
 * or page gets the focus instead of nothing.
 */
export const handFocusOn = (element: HTMLElement | null) => () => {
  if (!element?.contains(document.activeElement)) return
  const heading = (element.closest('[role="dialog"], dialog') ?? document).querySelector<HTMLElement>('h1, h2')
  if (!heading) return
  heading.tabIndex = -1
  heading.focus()
}

/** Focuses the heading if nothing has the focus, after the focused element has disappeared. */
export function keepFocus(): void {
  if (document.activeElement === document.body) focusHeading()
}

/**
 * The page's heading and the tab's title. After a navigation the focused element is gone, so the heading takes the
 * focus and a screen reader says where the user is. A freshly loaded page keeps the browser's own focus.
 */
export function PageTitle({ title, children }: { title: string; children?: ReactNode }) {
  const heading = useRef<HTMLHeadingElement>(null)
  const isCovered = useAtom(sessionAtom, ({ ended }) => ended)
  useEffect(() => {
    const lost = document.activeElement === document.body || document.activeElement === null
    if (lost && navigator.userActivation?.hasBeenActive) heading.current?.focus({ preventScroll: true })
  }, [])
  return (
    <>
      {/* The cover does not hide the tab's title, which may be a token's name. */}
      <title>{`${isCovered ? t('Your session ended') : title} · ${t('Waldur Tokens')}`}</title>
      <h1 className="page-title" ref={heading} tabIndex={-1}>
        {children ?? title}
      </h1>
    </>
  )
}
