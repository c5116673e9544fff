import { instantMs } from '../../api/wire.ts'
import { t } from '../../ui/i18n.tsx'
import { duration } from '../../ui/time.ts'
import type { Token } from '../schema.ts'
import type { TokenState } from './expiry.ts'
import { endsSoon, tokenState } from './expiry.ts'

/** A token's state in words, and its tone: good, a warning, or over. */
export interface StateWords {
  state: TokenState | 'ending' | 'off'
  text: string
  tone: 'good' | 'warning' | 'over'
}

/**
 * @param now the server's time, in milliseconds
 * @param isOff whether none of the user's tokens works now
 */
export function stateWords(token: Token, now: number, isOff = false): StateWords {
  const state = tokenState(token, now)
  if (state === 'expired') return { state, text: t('Expired'), tone: 'over' }
  if (state === 'revoked') return { state, text: t('Revoked'), tone: 'over' }
  if (isOff) return { state: 'off', text: t('Turned off'), tone: 'over' }
  if (endsSoon(token, now)) {
    const left = duration(instantMs(token.expires_at) - now)
    return { state: 'ending', text: t('Expires in {{left}}', { left }), tone: 'warning' }
  }
  return { state, text: t('Active'), tone: 'good' }
}
