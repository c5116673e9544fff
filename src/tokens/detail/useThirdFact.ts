import { instantMs } from '../../api/wire.ts'
import { useNow } from '../../ui/now.ts'
import type { Token } from '../schema.ts'
import type { ActivityLine } from './activity.ts'
import { isDenial } from './activity.ts'
import { requestsText } from './requestsText.ts'
import { useActivity } from './useActivity.ts'

/** The fact shown with a token's creation, last use and expiration. The rest of the page does not repeat it. */
export type ThirdFact =
  /** The denials that Waldur recorded, the newest first. */
  | { kind: 'denied'; denied: readonly ActivityLine[] }
  /** Where it may be used from. `isCertain`: whether it is known that no use was denied. */
  | { kind: 'networks'; networks: readonly string[]; isCertain: boolean }
  | { kind: 'used'; text: string }
  | { kind: 'loading' | 'none' }

/**
 * The denials if there were any; otherwise its addresses, or, on a Waldur server without these, how much it was used.
 */
export function useThirdFact(token: Token): ThirdFact {
  const now = useNow()
  const { activity, isLoading, query } = useActivity(token)
  const denied = activity?.happened.filter(({ event }) => isDenial(event)) ?? []
  if (denied.length > 0) return { kind: 'denied', denied }
  if (isLoading) return { kind: 'loading' }
  const { allowed_networks: networks } = token
  if (networks) {
    // Waldur records nothing when an expired token is used.
    const isRecorded = instantMs(token.expires_at) > now
    const isWhole = activity !== null && !query.isError && !query.hasNextPage
    return { kind: 'networks', networks, isCertain: isRecorded && isWhole }
  }
  const text = requestsText(token)
  return text === null ? { kind: 'none' } : { kind: 'used', text }
}
