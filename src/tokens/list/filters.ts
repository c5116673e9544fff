import { instantMs } from '../../api/wire.ts'
import { DAY } from '../../ui/time.ts'
import { endsSoon, tokenState } from '../rules/expiry.ts'
import type { Ailment } from '../rules/health.ts'
import type { Token } from '../schema.ts'
import type { Filter } from './view.ts'

const UNUSED_MS = 90 * DAY

/** What of the health has no card of its own. */
const OWN_CARD: readonly Ailment['kind'][] = ['ends soon', 'never used', 'unused']

/** The filters that let the token through. @param nowMs the server's time */
export function filtersOf(token: Token, ailments: readonly Ailment[], nowMs: number): Filter[] {
  const state = tokenState(token, nowMs)
  if (state !== 'active') return [state]
  const { last_used_at } = token
  const isUnused = last_used_at === null || nowMs - instantMs(last_used_at) >= UNUSED_MS
  const passed: (Filter | false)[] = [
    'active',
    endsSoon(token, nowMs) && 'ending',
    isUnused && 'unused',
    ailments.some(({ kind }) => !OWN_CARD.includes(kind)) && 'attention',
  ]
  return passed.filter((filter) => filter !== false)
}
