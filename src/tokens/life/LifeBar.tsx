import { useNow } from '../../ui/now.ts'
import { Band, Cut, Used } from './LifeParts.tsx'
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
  const life = lifeOf(token, now)
  return (
    <svg className="life" role="img" aria-label={lifeText(token, now)}>
      <Band life={life} y={3} height={4} />
      {life.used !== null && <Used at={onBar(life.used)} isStale={life.isStale} width={3} height={10} />}
      {life.state === 'revoked' && <Cut at={life.over} y={5} size={3} />}
    </svg>
  )
}
