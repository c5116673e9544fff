import type { RequestError } from '../api/errors.ts'
import { isOffline } from '../api/failures.ts'
import { Alert } from './Alert.tsx'
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
  if (!online)
    return (
      <Alert role="alert" severity="info">
        {offline}
      </Alert>
    )
  // Online again: the refetch is pending and will report its own error.
  if (!error || isOffline(error)) return null
  return (
    <Notice error={error} retry={retry} severity="warning">
      {failed}
    </Notice>
  )
}
