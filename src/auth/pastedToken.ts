import { withoutInvisible } from '../api/invisible.ts'
import { t } from '../ui/i18n.tsx'

export type PastedToken = { authorization: string; note: string | null } | { problem: string }

const WRAPPING =
  /^(?:(?:curl\s+)?-H\s+)?["']?(?:(?:Authorization|X-Auth-Token)\s*[:=]\s*)?["']?(?:(?:Token|Bearer)\s+)?["']?/i

/**
 * Reads a pasted API token. Invisible characters, and blanks, quotes and header words around it are removed, with a
 * note to the user. Characters that would make `fetch` fail as if offline, such as a line break, are rejected here. A
 * personal access token is sent as `Bearer`, a session token as `Token` (waldur-api, section 1.1).
 */
export function readPastedToken(text: string): PastedToken {
  if (text.length > 4096) return { problem: t('This is too long to be a token. Paste only the token.') }
  const bare = withoutInvisible(text).trim().replace(WRAPPING, '').replace(/["']$/, '')
  if (bare === '') return { problem: t('Paste your API token.') }
  if (/\s/.test(bare)) return { problem: t('Tokens don’t contain spaces or line breaks. Paste only the token.') }
  if (!/^[\x21-\x7e]+$/.test(bare))
    return { problem: t('This contains a character that tokens don’t have. Copy the token again.') }
  if (bare.length < 8 || bare.length > 512)
    return { problem: t('Tokens have 8 to 512 characters. Copy the token again.') }
  const scheme = bare.startsWith('w_') ? 'Bearer' : 'Token'
  const note = bare === text ? null : t('Only the token was used. The text around it was ignored.')
  return { authorization: `${scheme} ${bare}`, note }
}
