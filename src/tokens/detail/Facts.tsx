import type { ReactNode } from 'react'
import { t } from '../../ui/i18n.tsx'
import { nameText } from '../../ui/names.ts'
import { useNow } from '../../ui/now.ts'
import { useQueues } from '../queues/useQueues.ts'
import type { Token } from '../schema.ts'
import { tokenStart, tokenState } from '../state/expiry.ts'
import { CopyableValue } from './CopyableValue.tsx'
import { requestsText } from './requestsText.ts'
import { useThirdFact } from './useThirdFact.ts'

/** What identifies a token in logs and in the API, where it may be used from, and what depends on it. */
export function Facts({ token }: { token: Token }) {
  const isActive = tokenState(token, useNow()) === 'active'
  const uses = requestsText(token)
  const { allowed_networks: networks } = token
  const { kind: told } = useThirdFact(token)
  return (
    // biome-ignore lint/a11y/useSemanticElements: not a part of a form
    <div role="group" className="card facts" aria-label={t('Facts')}>
      <dl>
        {uses !== null && told !== 'used' && <Fact label={t('Used')}>{uses}</Fact>}
        {networks && (told !== 'networks' || networks.length > 1) && (
          <Fact label={t('Allowed IP addresses')}>
            {networks.length === 0
              ? t('Any')
              : networks.map((network) => (
                  <code key={network} dir="ltr" translate="no">
                    {nameText(network)}
                  </code>
                ))}
          </Fact>
        )}
        <Fact label={t('Secret starts with')}>
          <CopyableValue value={`${tokenStart(token)}_`} />
          <small>{t('Search your logs for this. The number is the expiration time.')}</small>
        </Fact>
        <Fact label={t('UUID')}>
          <CopyableValue value={token.uuid} />
        </Fact>
        <QueuesFact token={token} isActive={isActive} />
      </dl>
    </div>
  )
}

const Fact = ({ label, children }: { label: string; children: ReactNode }) => (
  <div>
    <dt>{label}</dt>
    <dd>{children}</dd>
  </div>
)

/**
 * The number of its event queues, which Waldur reports since 8.1.3. Not rendered if there are none or they are unknown.
 */
function QueuesFact({ token, isActive }: { token: Token; isActive: boolean }) {
  const count = useQueues([token])?.count ?? 0
  if (count === 0) return null
  return (
    <Fact label={t('Event queues')}>
      {t('{{count}} registered with a token that has this name and prefix', { count })}
      {isActive && (
        <small>
          {t('They may stop receiving events when this token is rotated or revoked.', {
            count,
            defaultValue_one: 'It may stop receiving events when this token is rotated or revoked.',
          })}
        </small>
      )}
    </Fact>
  )
}
