import { instantMs } from '../../api/wire.ts'
import { DAY } from '../../ui/time.ts'
import type { Token } from '../schema.ts'

/** Whether no one has used it for 90 days, or ever. An unknown time does not count. @param nowMs the server's time */
export const isUnused = ({ last_used_at }: Pick<Token, 'last_used_at'>, nowMs: number): boolean =>
  last_used_at === null || nowMs - instantMs(last_used_at) >= 90 * DAY

/** Earlier, no one may have had time to use it. */
const NEVER_USED_MS = 14 * DAY

/** Whether it is unused for so long that no one may need it. @param nowMs the server's time */
export const isIdle = (token: Pick<Token, 'created' | 'last_used_at'>, nowMs: number): boolean =>
  isUnused(token, nowMs) && (token.last_used_at !== null || nowMs - instantMs(token.created) >= NEVER_USED_MS)
