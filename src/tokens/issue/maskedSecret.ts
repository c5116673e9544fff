import type { IssuedToken } from '../schema.ts'
import { tokenStart } from '../state/expiry.ts'

/**
 * The secret with a dot for each character, except for its beginning, which contains only the expiration and is no
 * secret (waldur-api, section 2.3).
 */
export function maskedSecret(issued: Pick<IssuedToken, 'token' | 'expires_at'>): string {
  const start = `${tokenStart(issued)}_`
  const shown = issued.token.startsWith(start) ? start : ''
  return shown + '•'.repeat(issued.token.length - shown.length)
}
