import Box from '@mui/material/Box'
import { CatchBoundary } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useState } from 'react'
import { AlertPlace } from './AlertPlace.tsx'
import { t } from './i18n.tsx'
import { LinkButton } from './LinkButton.tsx'

/**
 * Keeps a bug in one part of a form from unmounting the others, and with them what was entered. Shows nothing of the
 * error, which may contain anything that was on the page.
 */
export function PartBoundary({ children }: { children: ReactNode }) {
  const [attempt, setAttempt] = useState(0)
  const [failed, setFailed] = useState(-1)
  return (
    <>
      <CatchBoundary getResetKey={() => attempt} onCatch={() => setFailed(attempt)} errorComponent={() => null}>
        {children}
      </CatchBoundary>
      <AlertPlace>
        {failed === attempt && (
          <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, p: 2, fontSize: '0.8125rem' }}>
            <span>{t('This part of the page stopped working')}</span>
            <LinkButton onClick={() => setAttempt(attempt + 1)}>{t('Try again')}</LinkButton>
          </Box>
        )}
      </AlertPlace>
    </>
  )
}
