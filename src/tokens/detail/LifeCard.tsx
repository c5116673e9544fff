import { serverNow } from '../../api/serverClock.ts'
import { instantMs } from '../../api/wire.ts'
import { Trans, t } from '../../ui/i18n.tsx'
import { LinkButton } from '../../ui/LinkButton.tsx'
import { nameText } from '../../ui/names.ts'
import { useNow } from '../../ui/now.ts'
import { clock, relative } from '../../ui/time.ts'
import { When } from '../../ui/When.tsx'
import { saveCalendar } from '../export/files.ts'
import { LifeLine } from '../life/LifeLine.tsx'
import { lifeOf } from '../life/life.ts'
import type { Token } from '../schema.ts'
import { tokenState } from '../state/expiry.ts'
import { isDenial } from './activity.ts'
import { LifeFact } from './LifeFact.tsx'
import { ThirdFact } from './ThirdFact.tsx'
import { useActivity } from './useActivity.ts'

/** A token's life as a line, and four facts, which are its legend. */
export function LifeCard({ token }: { token: Token }) {
  const now = useNow()
  const { activity } = useActivity(token)
  const happened = activity?.happened ?? []
  const denied = happened.filter(({ event }) => isDenial(event))
  const [end] = happened.filter(({ event }) => ENDS.includes(event.event_type))
  const { created, expires_at: expires, last_used_at: usedAt, last_used_ip: usedFrom } = token
  const expiresMs = instantMs(expires)
  const isActive = tokenState(token, now) === 'active'
  return (
    // biome-ignore lint/a11y/useSemanticElements: not a part of a form
    <div role="group" className="card life-card" aria-label={t('Life')}>
      <LifeLine
        token={token}
        denied={denied.map(({ event }) => instantMs(event.created))}
        revokedAt={end && instantMs(end.event.created)}
      />
      <dl>
        <LifeFact
          mark="over"
          label={t('Created')}
          small={created !== null && relative(Math.min(instantMs(created), now), now)}
        >
          <When at={created} tabIndex={0} as="day" />
        </LifeFact>
        <LifeFact
          mark="used"
          label={t('Last used')}
          small={usedFrom !== null && <Trans text={t('from [[address]]', { address: nameText(usedFrom) })} />}
        >
          {usedAt === null ? (
            t('Never used')
          ) : (
            <span className={lifeOf(token, now).isStale ? 'stale' : undefined}>
              <When at={usedAt} tabIndex={0} />
            </span>
          )}
        </LifeFact>
        <ThirdFact token={token} />
        <LifeFact
          mark="left"
          label={isActive ? t('Expires') : t('Expiration')}
          small={t('{{when}}, {{time}}', { when: relative(expiresMs, now), time: clock(expiresMs) })}
          more={
            isActive && (
              <LinkButton onClick={() => saveCalendar([token], serverNow())}>{t('Download reminder')}</LinkButton>
            )
          }
        >
          <When at={expires} tabIndex={0} as="day" />
        </LifeFact>
      </dl>
    </div>
  )
}

/** Events after which a token that is not active had stopped working. */
const ENDS: readonly string[] = ['pat_revoked', 'pat_rotated']
