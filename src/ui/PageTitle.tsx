import Typography from '@mui/material/Typography'
import type { ReactNode } from 'react'
import { useEffect, useRef, useSyncExternalStore } from 'react'
import { currentSession, onSessionChange } from '../api/credential.ts'
import { t } from './words.tsx'

/** Gives the focus to the page's heading, because what has it is about to go. */
export const focusHeading = (): void => document.querySelector('h1')?.focus()

/** The same if nothing has it: after what had it is gone. */
export function keepFocus(): void {
  if (document.activeElement === document.body) focusHeading()
}

const hasEnded = () => currentSession().ended

/**
 * The page's heading and the tab's title. After a navigation the element that had the focus is gone: the heading
 * takes it, so that a screen reader says where one is. A freshly loaded page keeps the browser's own start.
 */
export function PageTitle({ title, children }: { title: string; children?: ReactNode }) {
  const heading = useRef<HTMLHeadingElement>(null)
  const isCovered = useSyncExternalStore(onSessionChange, hasEnded, hasEnded)
  useEffect(() => {
    const lost = document.activeElement === document.body || document.activeElement === null
    if (lost && navigator.userActivation?.hasBeenActive) heading.current?.focus()
  }, [])
  return (
    <>
      {/* No cover lies over the tab itself: the title may be a token's name. */}
      <title>{`${isCovered ? t('Your session ended') : title} · ${t('Waldur Tokens')}`}</title>
      <Typography
        variant="h1"
        ref={heading}
        tabIndex={-1}
        sx={{ outline: 'none', overflowWrap: 'anywhere', overflowX: 'clip' }}
      >
        {children ?? title}
      </Typography>
    </>
  )
}
