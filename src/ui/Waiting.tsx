import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Typography from '@mui/material/Typography'
import type { QueryKey } from '@tanstack/react-query'
import { useQueryClient } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useEffect, useState } from 'react'
import type { RequestError } from '../api/errors.ts'
import { Alert } from './Alert.tsx'
import { RateLimited } from './ErrorText.tsx'
import { t } from './i18n.tsx'
import { Status } from './Status.tsx'
import { useSecondsLeft } from './useSecondsLeft.ts'

interface Props {
  /** A pending query without data. */
  query: { failureReason: RequestError | null; refetch: () => Promise<unknown> }
  queryKey: QueryKey
  /** A placeholder in the shape of the content. */
  children: ReactNode
}

/** Shown until a query has its first response. If that takes long, it says why. */
export function Waiting({ query, queryKey, children }: Props) {
  const client = useQueryClient()
  const left = useSecondsLeft(query.failureReason)
  const tryNow = async () => {
    // For a query that waits for its retry, `refetch` would only return the waiting promise.
    await client.cancelQueries({ queryKey, exact: true })
    await query.refetch()
  }
  return (
    <Box>
      <Status>
        {left === 0 ? (
          <SlowNote />
        ) : (
          <Alert
            role="none"
            severity="info"
            sx={{ mb: 2 }}
            action={
              <Button color="inherit" size="small" onClick={() => void tryNow()}>
                {t('Try now')}
              </Button>
            }
          >
            <RateLimited left={left} />
          </Alert>
        )}
      </Status>
      {children}
    </Box>
  )
}

const SLOW_MS = 3000

function SlowNote() {
  const [slow, setSlow] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setSlow(true), SLOW_MS)
    return () => clearTimeout(timer)
  }, [])
  if (!slow) return null
  return (
    <Typography variant="body2" sx={{ color: 'text.secondary', mb: 2 }}>
      {t('This is taking longer than usual. Waldur hasn’t responded yet.')}
    </Typography>
  )
}
