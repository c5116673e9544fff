import Alert from '@mui/material/Alert'
import { useQuery } from '@tanstack/react-query'
import { instantMs } from '../../api/wire.ts'
import { PageLink } from '../../ui/links.ts'
import { useNow } from '../../ui/now.ts'
import { ago, instant } from '../../ui/time.ts'
import { t } from '../../ui/words.tsx'
import { newestQuery } from '../queries.ts'
import type { Token } from '../schema.ts'
import { successorOf } from '../state/successor.ts'

/** That a newer token can take this one's place, and whether it already does: then this one may go. */
export function Successor({ token }: { token: Token }) {
  const now = useNow()
  // Advice: where it cannot be read there is none.
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
