import { instantMs } from '../../api/wire.ts'
import { DAY } from '../../ui/time.ts'
import { isGlobal } from '../permissions/globals.ts'
import type { Token } from '../schema.ts'

/**
 * Whether stopping this token needs a checkbox, not just a button: it is global, or may have been used within a day.
 */
export const needsConfirmation = (token: Pick<Token, 'last_used_at' | 'scopes'>, nowMs: number): boolean =>
  (token.last_used_at !== null && !(nowMs - instantMs(token.last_used_at) >= DAY)) || token.scopes.some(isGlobal)
