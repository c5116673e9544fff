import { useContext } from 'react'
import { instantMs } from '../../api/wire.ts'
import { useNow } from '../../ui/now.ts'
import { ago, duration } from '../../ui/time.ts'
import { When } from '../../ui/When.tsx'
import { LifeBar } from '../life/LifeBar.tsx'
import type { Token } from '../schema.ts'
import { tokenState } from '../state/expiry.ts'
import { StateLabel } from '../state/StateLabel.tsx'
import { OddContext } from './odd.ts'

/** The state with a mark for what to review, the expiration and how far away it is, and the bar below. */
export function LifeCell({ token }: { token: Token }) {
  const now = useNow()
  const odd = useContext(OddContext)(token, now).life
  return (
    <div className="life-cell">
      <div className="life-head">
        <StateLabel token={token} isBrief />
        {odd}
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
