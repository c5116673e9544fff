import { useNow } from '../../ui/now.ts'
import type { LivedToken } from './life.ts'
import { lifeOf, monthMarks, placeOf } from './life.ts'
import { lifeText } from './lifeText.ts'

interface Props {
  token: LivedToken
  /** When uses of it were denied, in milliseconds since 1970. */
  denied?: readonly number[]
  /** When it was revoked, if that is known. */
  revokedAt?: number | undefined
}

/** A token's life in 24 px, for its page: the bar of LifeBar.tsx with the beginnings of months and denied uses. */
export function LifeLine({ token, denied = [], revokedAt }: Props) {
  const now = useNow()
  const { state, over, used, isStale, startMs, endMs } = lifeOf(token, now, revokedAt)
  // Many denials of one minute are one mark.
  const places = [...new Set(denied.map((ms) => placeOf(ms, startMs, endMs)))]
  return (
    <svg className="life life-line" role="img" aria-label={lifeText(token, now, revokedAt)}>
      <rect className="life-left" y="6" width="100%" height="8" rx="4" />
      <rect className="life-over" data-state={state} y="6" width={`${over}%`} height="8" rx="4" />
      {monthMarks({ startMs, endMs }).map((place) => (
        <line key={place} className="life-month" x1={`${place}%`} x2={`${place}%`} y1="20" y2="24" />
      ))}
      {places.map((place) => (
        <svg key={place} x={`${place}%`} y="10" width="1" height="1" overflow="visible" aria-hidden="true">
          <rect className="life-denied" x="-4" y="-4" width="8" height="8" rx="1.5" transform="rotate(45)" />
        </svg>
      ))}
      {used !== null && (
        <g transform="translate(-2)">
          <rect
            className="life-used"
            data-stale={isStale || undefined}
            x={`${used}%`}
            y="2"
            width="4"
            height="16"
            rx="2"
          />
        </g>
      )}
      {state === 'revoked' && (
        <svg x={`${over}%`} y="10" width="1" height="1" overflow="visible" aria-hidden="true">
          <path className="life-cut" d="m-5-5 10 10m0-10-10 10" />
        </svg>
      )}
    </svg>
  )
}
