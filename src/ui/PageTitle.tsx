import type { ReactNode } from 'react'
import { useEffect, useRef } from 'react'
import { sessionAtom } from '../api/credential.ts'
import { t } from './i18n.tsx'
import { useAtom } from './useAtom.ts'

/** The first rows have a heading, and the page that takes their place repeats it: it must be said only once. */
let isFirst = true

/**
 * The page's heading and the tab's title. After a navigation the focused element is gone, so the heading takes the
 * focus and a screen reader says where the user is. A freshly loaded page keeps the browser's own focus.
 */
export function PageTitle({ title, children }: { title: string; children?: ReactNode }) {
  const heading = useRef<HTMLHeadingElement>(null)
  const isCovered = useAtom(sessionAtom, ({ ended }) => ended)
  useEffect(() => {
    const isFresh = isFirst
    isFirst = false
    const lost = document.activeElement === document.body || document.activeElement === null
    if (!isFresh && lost && navigator.userActivation?.hasBeenActive) heading.current?.focus({ preventScroll: true })
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
