import { useNow } from '../../ui/now.ts'
import type { LivedToken } from './life.ts'
import { lifeOf } from './life.ts'
import { lifeText } from './lifeText.ts'

/** Keeps the mark of the last use, 3 px wide, on the bar. */
const onBar = (percent: number) => Math.max(1, Math.min(99, percent))

/**
 * A token's life in 10 px, for a row: from its creation to its expiration, how much of it is over, and the last use. It
 * is hollow once expired, and cut off if revoked. All geometry is in attributes, because the security policy forbids
 * styles in the page.
 */
export function LifeBar({ token }: { token: LivedToken }) {
  const now = useNow()
  const { state, over, used, isStale } = lifeOf(token, now)
  return (
    <svg className="life" role="img" aria-label={lifeText(token, now)}>
      <rect className="life-left" y="3" width="100%" height="4" rx="2" />
      <rect className="life-over" data-state={state} y="3" width={`${over}%`} height="4" rx="2" />
      {used !== null && (
        <g transform="translate(-1.5)">
          <rect
            className="life-used"
            data-stale={isStale || undefined}
            x={`${onBar(used)}%`}
            width="3"
            height="10"
            rx="1.5"
          />
        </g>
      )}
      {state === 'revoked' && (
        <svg x={`${over}%`} y="5" width="1" height="1" overflow="visible" aria-hidden="true">
          <path className="life-cut" d="m-3-3 6 6m0-6-6 6" />
        </svg>
      )}
    </svg>
  )
}
