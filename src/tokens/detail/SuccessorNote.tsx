import { useQuery } from '@tanstack/react-query'
import { instantMs } from '../../api/wire.ts'
import { t } from '../../ui/i18n.tsx'
import { NOTE_ICONS } from '../../ui/noteIcons.ts'
import { useNow } from '../../ui/now.ts'
import { ago, instant } from '../../ui/time.ts'
import { newestQuery } from '../queries.ts'
import { PlaceLink } from '../rows/PlaceLink.tsx'
import type { Token } from '../schema.ts'
import { successorOf } from '../state/successor.ts'
import { Note } from './Note.tsx'

/** A newer token that can replace this one. Only advice, so null also if the request failed. */
export function useSuccessor(token: Token): Token | null {
  const { data } = useQuery({ ...newestQuery(), retryOnMount: false })
  const next = successorOf(token, data ?? [], useNow())
  return next?.last_used_at === undefined ? null : next
}

/** Says that a newer token can replace this one, and whether it is already in use, so that this one can go. */
export function SuccessorNote({ successor: { uuid, expires_at, last_used_at: usedAt } }: { successor: Token }) {
  const now = useNow()
  const end = instant(instantMs(expires_at))
  return (
    <Note
      icon={NOTE_ICONS.info}
      fix={
        <PlaceLink uuid={uuid} className="button">
          {t('View newer token')}
        </PlaceLink>
      }
    >
      {typeof usedAt === 'string'
        ? t(
            'A newer token with this name can do the same until {{end}} and was used {{when}}. You can revoke this one.',
            {
              end,
              when: ago(instantMs(usedAt), now),
            },
          )
        : t(
            'A newer token with this name can do the same until {{end}} but hasn’t been used yet. Keep this one until it has.',
            { end },
          )}
    </Note>
  )
}
