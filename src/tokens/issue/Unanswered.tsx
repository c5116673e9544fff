import Alert from '@mui/material/Alert'
import AlertTitle from '@mui/material/AlertTitle'
import Button from '@mui/material/Button'
import LinearProgress from '@mui/material/LinearProgress'
import type { ReactNode } from 'react'
import type { RequestError } from '../../api/errors.ts'
import { ApiError, NetworkError } from '../../api/errors.ts'
import { causeText } from '../../ui/errorText.ts'
import { t } from '../../ui/words.tsx'
import type { Look } from './useEvidence.ts'

interface Props {
  look: Look
  error: RequestError
  severity: 'info' | 'warning'
  title: string
  children?: ReactNode
  /** Whether looking once more may change the answer. */
  again: boolean
}

/** What became of a request whose answer got lost, as far as the list of tokens tells. */
export function Unanswered({ look, error, severity, title, children, again }: Props) {
  return (
    <Alert
      // Each finding is read by itself.
      key={title}
      severity={severity}
      tabIndex={-1}
      ref={(alert) => alert?.focus()}
      sx={{ mt: 1.5, outline: 'none', '& .MuiAlert-message': { flexGrow: 1 } }}
      action={
        again &&
        !look.looking && (
          <Button color="inherit" size="small" onClick={look.lookAgain}>
            {t('Check again')}
          </Button>
        )
      }
    >
      <AlertTitle>{title}</AlertTitle>
      {lossText(error)} {children}
      {look.looking && <LinearProgress aria-label={t('Looking at your tokens')} sx={{ mt: 1.5 }} />}
    </Alert>
  )
}

function lossText(error: RequestError): string {
  if (error instanceof ApiError) {
    // That the old token is not there is what a rotation leaves behind, no contradiction of it.
    return error.status < 500 && error.status !== 400 && error.status !== 404
      ? causeText(error)
      : t('Waldur answered with a fault ({{status}}).', { status: error.status })
  }
  if (!(error instanceof NetworkError)) return t('Waldur’s answer could not be read.')
  return error.kind === 'timeout' ? t('Waldur did not answer in time.') : t('The connection was lost.')
}
