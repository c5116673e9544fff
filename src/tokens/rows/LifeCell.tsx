import { useContext } from 'react'
import { instantMs } from '../../api/wire.ts'
import { Icon } from '../../ui/Icon.tsx'
import { t } from '../../ui/i18n.tsx'
import { useNow } from '../../ui/now.ts'
import { useTip } from '../../ui/Tip.tsx'
import { ago, duration } from '../../ui/time.ts'
import { When } from '../../ui/When.tsx'
import { HealthContext } from '../health/HealthContext.ts'
import { healthIssueLabel } from '../health/healthIssueLabel.ts'
import { LifeBar } from '../life/LifeBar.tsx'
import type { Token } from '../schema.ts'
import { tokenState } from '../state/expiry.ts'
import { StateLabel } from '../state/StateLabel.tsx'

/** The state with a mark for what to review, the expiration and how far away it is, and the bar below. */
export function LifeCell({ token }: { token: Token }) {
  const now = useNow()
  // The state itself says that it ends soon.
  const issues = useContext(HealthContext)(token, now).filter(({ kind }) => kind !== 'ends soon')
  return (
    <div className="life-cell">
      <div className="life-head">
        <StateLabel token={token} isBrief />
        {issues.length > 0 && (
          <IssueIcon text={t('To review: {{issues}}', { issues: issues.map(healthIssueLabel).join('; ') })} />
        )}
        <Expiration token={token} now={now} />
      </div>
      <LifeBar token={token} />
    </div>
  )
}

/**
 * How long the token still works, or how long ago it expired, and the date. Where both do not fit, the date is clipped.
 * Nothing for a revoked token: its expiration no longer matters, and Waldur does not say when it was revoked.
 */
function Expiration({ token, now }: { token: Token; now: number }) {
  const end = instantMs(token.expires_at)
  const state = tokenState(token, now)
  if (state === 'revoked') return null
  return (
    <span className="life-when">
      <b className="life-rest">{state === 'active' ? duration(end - now) : ago(end, now)}</b>
      <When at={token.expires_at} as="day" />
    </span>
  )
}

function IssueIcon({ text }: { text: string }) {
  // The text is its accessible name already.
  const { bind, shown } = useTip(() => text)
  return (
    <>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: the keyboard can reach the tooltip as well */}
      <span className="ailing" role="img" aria-label={text} tabIndex={0} {...bind} aria-describedby={undefined}>
        <Icon of="mark" />
      </span>
      {shown}
    </>
  )
}
