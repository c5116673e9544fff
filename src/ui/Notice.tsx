import Button from '@mui/material/Button'
import type { ReactNode } from 'react'
import type { RequestError } from '../api/errors.ts'
import { Alert } from './Alert.tsx'
import { ErrorDetails } from './ErrorDetails.tsx'
import { ErrorText } from './ErrorText.tsx'
import { handFocusOn } from './focus.ts'
import { t } from './i18n.tsx'

interface Props {
  error: RequestError
  retry: () => void
  /** What failed and what still works, shown before the error's own sentence. */
  children?: ReactNode
  severity?: 'error' | 'warning'
}

/** A failed request, shown where the user is looking, with a way to retry. */
export function Notice({ error, retry, children, severity = 'error' }: Props) {
  return (
    <Alert
      ref={handFocusOn}
      role="alert"
      severity={severity}
      action={
        <Button color="inherit" size="small" onClick={retry}>
          {t('Try again')}
        </Button>
      }
    >
      {children} <ErrorText error={error} />
      <ErrorDetails error={error} />
    </Alert>
  )
}
