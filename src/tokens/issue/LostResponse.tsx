import AlertTitle from '@mui/material/AlertTitle'
import LinearProgress from '@mui/material/LinearProgress'
import type { ReactNode } from 'react'
import { useId } from 'react'
import type { RequestError } from '../../api/errors.ts'
import { ApiError, NetworkError } from '../../api/errors.ts'
import { isIntercepted, isTimeout } from '../../api/failures.ts'
import { Alert } from '../../ui/Alert.tsx'
import { causeText, failureText, isInWaldursWords } from '../../ui/errorText.ts'
import { takeFocus } from '../../ui/focus.ts'
import { Trans, t } from '../../ui/i18n.tsx'
import { SteadyButton } from '../../ui/SteadyButton.tsx'
import type { LiveSnapshot } from './useSnapshot.ts'

/** Id of the text, by which a button says why it has to wait. There is only one such text at a time. */
export const LOST_ID = 'lost'

interface Props {
  snapshot: LiveSnapshot
  error: RequestError
  severity: 'info' | 'warning'
  title: string
  children?: ReactNode
  /** Whether reading again may change the result. */
  again: boolean
}

/** What happened to a request whose response was lost, judging by the list of tokens. */
export function LostResponse({ snapshot, error, severity, title, children, again }: Props) {
  const id = useId()
  return (
    <Alert
      role="note"
      aria-labelledby={id}
      aria-describedby={LOST_ID}
      // Remount for each result, so that it takes the focus and is read.
      key={title}
      severity={severity}
      tabIndex={-1}
      ref={takeFocus}
      sx={{ mt: 1.5, outline: 'none' }}
      action={
        again && (
          <SteadyButton isWaiting={snapshot.isReading} color="inherit" size="small" onClick={snapshot.readAgain}>
            {t('Check again')}
          </SteadyButton>
        )
      }
    >
      <AlertTitle id={id}>{title}</AlertTitle>
      <div id={LOST_ID}>
        <Trans text={lossText(error)} /> {children}
      </div>
      {snapshot.isReading && <LinearProgress aria-label={t('Checking your tokens…')} sx={{ mt: 1.5 }} />}
    </Alert>
  )
}

function lossText(error: RequestError): string {
  if (error instanceof ApiError) {
    if (error.status >= 500 || error.status === 429) return failureText(error)
    const words = causeText(error)
    // A rotation itself makes Waldur say that the old token is gone. As a quotation it does not contradict the next
    // sentence.
    return error.status === 400 && isInWaldursWords(error)
      ? t('Waldur’s last response was “{{words}}”', { words })
      : words
  }
  if (isIntercepted(error)) return causeText(error)
  if (!(error instanceof NetworkError)) return t('Waldur’s response couldn’t be read.')
  return isTimeout(error) ? t('Waldur took too long to respond.') : t('The connection was lost.')
}
