import Button from '@mui/material/Button'
import type { ReactNode } from 'react'
import type { RequestError } from '../api/errors.ts'
import { Alert } from './Alert.tsx'
import { AlertPlace } from './AlertPlace.tsx'
import { ErrorDetails } from './ErrorDetails.tsx'
import { ErrorText } from './ErrorText.tsx'
import { t } from './i18n.tsx'

interface Props {
  /** Null or false as long as nothing has failed. Where other things appear with it, it has to be there before. */
  error: RequestError | null | false
  retry: () => void
  /** What failed and what still works, shown before the error's own sentence. */
  children?: ReactNode
  severity?: 'error' | 'warning'
}

/** A failed request, shown where the user is looking, with a way to retry. */
export function Notice({ error, retry, children, severity = 'error' }: Props) {
  return (
    <AlertPlace>
      {error && (
        <Alert
          role="none"
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
      )}
    </AlertPlace>
  )
}
