import { useNow } from '../../ui/now.ts'
import { Band, Cut, Used } from './LifeParts.tsx'
import type { LivedToken } from './life.ts'
import { lifeOf, monthMarks, placeOf } from './life.ts'
import { lifeText } from './lifeText.ts'

interface Props {
  token: LivedToken
  /** When uses of it were denied, in milliseconds since 1970. */
  denied: readonly number[]
  /** When it was revoked, if that is known. */
  revokedAt: number | undefined
}

/** A token's life in 24 px, for its page: the bar of LifeBar.tsx with the beginnings of months and denied uses. */
export function LifeLine({ token, denied, revokedAt }: Props) {
  const now = useNow()
  const life = lifeOf(token, now, revokedAt)
  const { startMs, endMs } = life
  // Many denials of one minute are one mark.
  const places = [...new Set(denied.map((ms) => placeOf(ms, startMs, endMs)))]
  return (
    <svg className="life life-line" role="img" aria-label={lifeText(token, now, revokedAt)}>
      <Band life={life} y={6} height={8} />
      {monthMarks({ startMs, endMs }).map((place) => (
        <line key={place} className="life-month" x1={`${place}%`} x2={`${place}%`} y1="20" y2="24" />
      ))}
      {places.map((place) => (
        <svg key={place} x={`${place}%`} y="10" width="1" height="1" overflow="visible" aria-hidden="true">
          <rect className="life-denied" x="-4" y="-4" width="8" height="8" rx="1.5" transform="rotate(45)" />
        </svg>
      ))}
      {life.used !== null && <Used at={life.used} isStale={life.isStale} y={2} width={4} height={16} />}
      {life.state === 'revoked' && <Cut at={life.over} y={10} size={5} />}
    </svg>
  )
}
