import { t } from '../../ui/i18n.tsx'
import { useQueues } from '../queues/useQueues.ts'
import type { Token } from '../schema.ts'
import { Fact, Secondary } from './Fact.tsx'

/**
 * The number of its event queues, which Waldur reports since 8.1.3. Not rendered if there are none or they are unknown.
 */
export function QueuesFact({ token, ended }: { token: Token; ended: boolean }) {
  const count = useQueues([token])?.count ?? 0
  if (count === 0) return null
  return (
    <Fact label={t('Event queues')}>
      {t('{{count}} registered with a token that has this name and prefix', { count })}
      {!ended && (
        <Secondary>
          {t('They may stop receiving events when this token is rotated or revoked.', {
            count,
            defaultValue_one: 'It may stop receiving events when this token is rotated or revoked.',
          })}
        </Secondary>
      )}
    </Fact>
  )
}
