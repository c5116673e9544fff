import { instantMs } from '../../api/wire.ts'
import { LifeLine } from '../life/LifeLine.tsx'
import type { Token } from '../schema.ts'
import type { ActivityLine } from './activity.ts'
import { isDenial } from './activity.ts'
import { useActivity } from './useActivity.ts'

const NONE: readonly ActivityLine[] = []

/** The token's life, with what its activity adds: denied uses, and when it was revoked. */
export function TokenLife({ token }: { token: Token }) {
  const { activity } = useActivity(token)
  const { did = NONE, happened = NONE } = activity ?? {}
  const times = (lines: readonly ActivityLine[]) => lines.map(({ event }) => instantMs(event.created))
  const [revokedAt] = times(happened.filter(({ event }) => ENDS.includes(event.event_type)))
  return (
    <LifeLine
      token={token}
      denied={times([...did, ...happened].filter(({ event }) => isDenial(event)))}
      revokedAt={revokedAt}
    />
  )
}

/** Events after which a token that is not active had stopped working. */
const ENDS: readonly string[] = ['pat_revoked', 'pat_rotated']
