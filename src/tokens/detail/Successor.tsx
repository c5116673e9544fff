import Alert from '@mui/material/Alert'
import { useQuery } from '@tanstack/react-query'
import { instantMs } from '../../api/wire.ts'
import { t } from '../../ui/i18n.tsx'
import { PageLink } from '../../ui/links.ts'
import { useNow } from '../../ui/now.ts'
import { ago, instant } from '../../ui/time.ts'
import { newestQuery } from '../queries.ts'
import type { Token } from '../schema.ts'
import { successorOf } from '../state/successor.ts'

/** Says that a newer token can replace this one, and whether it is already in use, so that this one can go. */
export function Successor({ token }: { token: Token }) {
  const now = useNow()
  // Only advice, so a failed request shows nothing.
  const { data } = useQuery(newestQuery())
  const next = successorOf(token, data ?? [], now)
  if (next?.last_used_at === undefined) return null
  const words = { end: instant(instantMs(next.expires_at)) }
  return (
    <Alert severity="info">
      {next.last_used_at === null
        ? t(
            'A newer token of this name can do the same until {{end}}, but was never used yet. Keep this one until it was.',
            words,
          )
        : t(
            'A newer token of this name can do the same until {{end}}, and was used {{when}}. You can revoke this one.',
            {
              ...words,
              when: ago(instantMs(next.last_used_at), now),
            },
          )}{' '}
      <PageLink to="/tokens/$uuid" params={{ uuid: next.uuid }}>
        {t('Look at the newer one')}
      </PageLink>
    </Alert>
  )
}
