import Box from '@mui/material/Box'
import { CatchBoundary } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { t } from './i18n.tsx'
import { LinkButton } from './LinkButton.tsx'

/** Keeps a bug in one part of a form from unmounting the others, and with them what was entered. */
export const PartBoundary = ({ children }: { children: ReactNode }) => (
  <CatchBoundary getResetKey={() => 'never'} errorComponent={Broken}>
    {children}
  </CatchBoundary>
)

/** Prints nothing of the error, which may contain anything that was on the page. */
const Broken = ({ reset }: { reset: () => void }) => (
  <Box role="alert" sx={{ flex: 1, display: 'flex', flexWrap: 'wrap', gap: 1, p: 2, fontSize: '0.8125rem' }}>
    <span>{t('This part of the page stopped working')}</span>
    <LinkButton onClick={reset}>{t('Try again')}</LinkButton>
  </Box>
)
