import type { IssuedToken } from '../schema.ts'
import { tokenStart } from '../state/expiry.ts'

/**
 * The secret with a dot for each character, except for its beginning, which contains only the expiration and is no
 * secret (waldur-api, section 2.3).
 */
export function maskedSecret({ token, expires_at }: Pick<IssuedToken, 'token' | 'expires_at'>): string {
  const start = expires_at === null ? '' : `${tokenStart({ expires_at })}_`
  const shown = token.startsWith(start) ? start : ''
  return shown + '•'.repeat(token.length - shown.length)
}
