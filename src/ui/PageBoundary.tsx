import Button from '@mui/material/Button'
import Stack from '@mui/material/Stack'
import Typography from '@mui/material/Typography'
import { CatchBoundary } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { t } from './i18n.tsx'
import { PageButton } from './links.ts'
import { PageTitle } from './PageTitle.tsx'

/**
 * Keeps a bug in the page's content from unmounting its dialog, a sibling outside: a secret there is shown only once.
 */
export function PageBoundary({ children }: { children: ReactNode }) {
  return (
    <CatchBoundary getResetKey={() => 'never'} errorComponent={Broken}>
      {children}
    </CatchBoundary>
  )
}

/** Prints nothing of the error, which may contain anything that was on the page. */
function Broken({ reset }: { reset: () => void }) {
  return (
    <Stack spacing={2} sx={{ alignItems: 'flex-start', py: 4 }}>
      <PageTitle title={t('This part of the page stopped working')} />
      <Typography sx={{ color: 'text.secondary' }}>
        {t('This is a bug in the page, and it didn’t change anything.')}
      </Typography>
      <Stack direction="row" spacing={1.5}>
        <Button variant="contained" onClick={() => location.reload()}>
          {t('Reload page')}
        </Button>
        <PageButton to="/tokens" onClick={reset}>
          {t('Go to your tokens')}
        </PageButton>
      </Stack>
    </Stack>
  )
}
