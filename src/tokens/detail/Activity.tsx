import Alert from '@mui/material/Alert'
import AlertTitle from '@mui/material/AlertTitle'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Skeleton from '@mui/material/Skeleton'
import Typography from '@mui/material/Typography'
import type { ReactNode } from 'react'
import { useId } from 'react'
import { ApiError } from '../../api/errors.ts'
import { t } from '../../ui/i18n.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { useNow } from '../../ui/now.ts'
import type { Token } from '../schema.ts'
import { tokenState } from '../state/expiry.ts'
import { ActivityEntry } from './ActivityEntry.tsx'
import type { ActivityLine } from './activity.ts'
import { isDenial } from './activity.ts'
import { DetailSection } from './DetailSection.tsx'
import { useActivity } from './useActivity.ts'

/** What was done with a token and what happened to it, newest first. Not rendered if Waldur does not report it. */
export function Activity({ token }: { token: Token }) {
  const { activity, canTell, query } = useActivity(token)
  const { error, hasNextPage, isFetchingNextPage, isFetchNextPageError, fetchNextPage, refetch } = query
  const isExpired = tokenState(token, useNow()) === 'expired'
  if (error instanceof ApiError && error.status === 403) return null
  const denials = activity?.happened.filter(({ event }) => isDenial(event)) ?? []
  return (
    <DetailSection title={t('Activity')}>
      {!canTell && (
        <Alert severity="info">
          <AlertTitle>{t('This Waldur server can’t tell tokens apart')}</AlertTitle>
          {t('It doesn’t filter activity by token, so nothing is shown.')}
        </Alert>
      )}
      {activity && (
        <Box sx={{ display: 'grid', gap: 3 }}>
          <Part
            title={t('What it did')}
            none={t('Waldur shows no changes made with this token. It may have been used to read.')}
            entries={activity.did}
            token={token}
            hasMore={hasNextPage}
            isDeed
          />
          <Part
            title={t('What happened to it')}
            none={t('Waldur shows no activity for this token.')}
            entries={activity.happened}
            token={token}
            hasMore={hasNextPage}
          >
            {denials.reduce((sum, { count }) => sum + count, 0) > 1 && (
              <Remark>{t('Waldur records a denial at most every 10 minutes.')}</Remark>
            )}
            {isExpired && <Remark>{t('Waldur records nothing when an expired token is used.')}</Remark>}
          </Part>
        </Box>
      )}
      {!activity && canTell && !error && <Loading />}
      {error && (
        <Box sx={{ mt: activity ? 2 : 0 }}>
          <Notice error={error} retry={() => void (isFetchNextPageError ? fetchNextPage() : refetch())}>
            {isFetchNextPageError
              ? t('Older activity couldn’t be loaded.')
              : activity
                ? t('Newer activity couldn’t be loaded.')
                : t('Activity couldn’t be loaded.')}
          </Notice>
        </Box>
      )}
      {canTell && hasNextPage && !error && (
        <Button size="small" loading={isFetchingNextPage} onClick={() => void fetchNextPage()} sx={{ mt: 2 }}>
          {t('Show older activity')}
        </Button>
      )}
    </DetailSection>
  )
}

interface PartProps {
  title: string
  /** Shown if there are no entries. */
  none: string
  entries: ActivityLine[]
  token: Token
  /** Whether more entries may load. */
  hasMore: boolean
  isDeed?: boolean
  children?: ReactNode
}

function Part({ title, none, entries, token, hasMore, isDeed = false, children }: PartProps) {
  const id = useId()
  if (entries.length === 0 && hasMore) return null
  return (
    <section aria-labelledby={id}>
      <Typography id={id} component="h3" variant="subtitle2" sx={{ mb: 1, color: 'text.secondary' }}>
        {title}
      </Typography>
      {entries.length === 0 ? (
        <Typography sx={{ color: 'text.secondary', fontSize: '0.9375rem' }}>{none}</Typography>
      ) : (
        <Box component="ol" reversed sx={{ m: 0, p: 0, listStyle: 'none', display: 'grid', gap: 1.75 }}>
          {entries.map((entry) => (
            <ActivityEntry key={entry.event.uuid} entry={entry} name={token.name} isDeed={isDeed} />
          ))}
        </Box>
      )}
      {children}
    </section>
  )
}

function Remark({ children }: { children: string }) {
  return <Typography sx={{ mt: 1.75, color: 'text.secondary', fontSize: '0.8125rem' }}>{children}</Typography>
}

const ROWS = ['a', 'b', 'c']

/** Placeholders in the shape of the entries. */
const Loading = () => (
  <Box role="status" aria-label={t('Loading activity')} sx={{ display: 'grid', gap: 1.75 }}>
    {ROWS.map((row) => (
      <Box key={row} sx={{ display: 'flex', gap: 1.5 }}>
        <Skeleton variant="circular" width={20} height={20} />
        <Skeleton width="40%" height={38} />
      </Box>
    ))}
  </Box>
)
