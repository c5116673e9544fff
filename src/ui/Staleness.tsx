import type { RequestError } from '../api/errors.ts'
import { isOffline } from '../api/failures.ts'
import { Alert } from './Alert.tsx'
import { AlertPlace } from './AlertPlace.tsx'
import { Notice } from './Notice.tsx'
import { useOnline } from './useOnline.ts'

interface Props {
  error: RequestError | null
  retry: () => void
  offline: string
  failed: string
}

/** Shown above data that was loaded earlier: why it could not be refreshed. */
export function Staleness({ error, retry, offline, failed }: Props) {
  const online = useOnline()
  return (
    <>
      <AlertPlace>
        {!online && (
          <Alert role="none" severity="info">
            {offline}
          </Alert>
        )}
      </AlertPlace>
      {/* Online again: the refetch is pending and will report its own error. */}
      <Notice error={online && error && !isOffline(error) && error} retry={retry} severity="warning">
        {failed}
      </Notice>
    </>
  )
}
