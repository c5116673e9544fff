import Typography from '@mui/material/Typography'
import type { ReactNode } from 'react'
import { useEffect, useRef } from 'react'
import { t } from './words.tsx'

/** Gives the focus to the page's heading, because what has it is about to go. */
export const focusHeading = (): void => document.querySelector('h1')?.focus()

/** The same if nothing has it: after what had it is gone. */
export function keepFocus(): void {
  if (document.activeElement === document.body) focusHeading()
}

/**
 * The page's heading and the tab's title. After a navigation the element that had the focus is gone: the heading
 * takes it, so that a screen reader says where one is. A freshly loaded page keeps the browser's own start.
 */
export function PageTitle({ title, children }: { title: string; children?: ReactNode }) {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    const lost = document.activeElement === document.body || document.activeElement === null
    if (lost && navigator.userActivation?.hasBeenActive) heading.current?.focus()
  }, [])
  return (
    <>
      <title>{`${title} · ${t('Waldur Tokens')}`}</title>
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
