import AddCircleOutlined from '@mui/icons-material/AddCircleOutlined'
import AutorenewOutlined from '@mui/icons-material/AutorenewOutlined'
import BlockOutlined from '@mui/icons-material/BlockOutlined'
import GppBadOutlined from '@mui/icons-material/GppBadOutlined'
import HistoryToggleOff from '@mui/icons-material/HistoryToggleOff'
import InfoOutlined from '@mui/icons-material/InfoOutlined'
import LanOutlined from '@mui/icons-material/LanOutlined'
import LoginOutlined from '@mui/icons-material/LoginOutlined'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Skeleton from '@mui/material/Skeleton'
import Typography from '@mui/material/Typography'
import { useInfiniteQuery } from '@tanstack/react-query'
import { ApiError } from '../../api/errors.ts'
import { mergePages } from '../../api/page.ts'
import { Notice } from '../../ui/Notice.tsx'
import { When } from '../../ui/When.tsx'
import { t } from '../../ui/words.tsx'
import type { Token } from '../schema.ts'
import type { TokenEvent } from './events.ts'
import { eventsQuery } from './events.ts'
import { Section } from './Section.tsx'

/** What Waldur keeps of the token's life, newest first; nothing at all where it does not tell. */
export function Timeline({ token }: { token: Token }) {
  const { data, error, hasNextPage, isFetchingNextPage, isFetchNextPageError, fetchNextPage, refetch } =
    useInfiniteQuery(eventsQuery(token.uuid))
  if (error instanceof ApiError && [403, 404].includes(error.status)) return null
  const events = data && mergePages(data.pages.map(({ rows }) => rows))
  return (
    <Section title={t('Timeline')}>
      {events?.length === 0 && (
        <Typography sx={{ color: 'text.secondary' }}>{t('Waldur has kept nothing of this token.')}</Typography>
      )}
      {events && events.length > 0 && (
        <Box component="ol" reversed sx={{ m: 0, p: 0, listStyle: 'none', display: 'grid', gap: 1.75 }}>
          {events.map((event) => (
            <Entry key={event.uuid} event={event} />
          ))}
        </Box>
      )}
      {!events && !error && <Loading />}
      {error && (
        <Box sx={{ mt: events ? 2 : 0 }}>
          <Notice error={error} retry={() => void (isFetchNextPageError ? fetchNextPage() : refetch())}>
            {isFetchNextPageError
              ? t('Older events could not be loaded.')
              : events
                ? t('Newer events could not be loaded.')
                : t('The events of this token could not be loaded.')}
          </Notice>
        </Box>
      )}
      {hasNextPage && !error && (
        <Button size="small" loading={isFetchingNextPage} onClick={() => void fetchNextPage()} sx={{ mt: 2 }}>
          {t('Show older')}
        </Button>
      )}
    </Section>
  )
}

function Entry({ event }: { event: TokenEvent }) {
  const { Icon, text, color } = look(event)
  return (
    <Box component="li" sx={{ display: 'flex', gap: 1.5, alignItems: 'flex-start' }}>
      <Icon fontSize="small" color={color} sx={{ mt: 0.25 }} />
      <Box sx={{ minWidth: 0, fontSize: '0.9375rem', overflowWrap: 'anywhere' }}>
        {text}
        <Box sx={{ color: 'text.secondary', fontSize: '0.8125rem' }}>
          <When at={event.created} />
        </Box>
      </Box>
    </Box>
  )
}

/** Waldur's own words where it says something that this page does not know. */
function look({ event_type, message, context }: TokenEvent) {
  const from = { address: context.ip_address ?? t('an address that Waldur does not name') }
  switch (event_type) {
    case 'pat_created':
      return { Icon: AddCircleOutlined, text: t('Created'), color: 'disabled' } as const
    case 'pat_rotated':
      return {
        Icon: AutorenewOutlined,
        text: t('Rotated: a new secret took the place of the old one'),
        color: 'disabled',
      } as const
    case 'pat_revoked':
      return { Icon: BlockOutlined, text: t('Revoked'), color: 'disabled' } as const
    case 'pat_expired':
      return { Icon: HistoryToggleOff, text: t('Expired'), color: 'disabled' } as const
    case 'pat_used_from_new_ip':
      return {
        Icon: LoginOutlined,
        text: t('Used from a new address: {{address}}', from),
        color: 'disabled',
      } as const
    case 'pat_access_denied_from_ip':
      return {
        Icon: GppBadOutlined,
        text: t('Refused from {{address}}: not one of its networks', from),
        color: 'warning',
      } as const
    case 'pat_authentication_rejected':
      return {
        Icon: GppBadOutlined,
        text:
          context.reason === null
            ? t('Refused from {{address}}', from)
            : t('Refused from {{address}}: {{reason}}', { ...from, reason: context.reason }),
        color: 'warning',
      } as const
    case 'pat_network_acl_updated':
      return { Icon: LanOutlined, text: t('Its networks were changed'), color: 'disabled' } as const
    default:
      return { Icon: InfoOutlined, text: message || event_type, color: 'disabled' } as const
  }
}

const ROWS = ['a', 'b', 'c']

/** The shape of what comes. */
const Loading = () => (
  <Box role="status" aria-label={t('Loading the timeline')} sx={{ display: 'grid', gap: 1.75 }}>
    {ROWS.map((row) => (
      <Box key={row} sx={{ display: 'flex', gap: 1.5 }}>
        <Skeleton variant="circular" width={20} height={20} />
        <Skeleton width="40%" height={38} />
      </Box>
    ))}
  </Box>
)
