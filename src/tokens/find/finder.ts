import { withoutInvisible } from '../../api/invisible.ts'
import { instantMs } from '../../api/wire.ts'
import { t } from '../../ui/i18n.tsx'
import type { Token } from '../schema.ts'

/**
 * A token in a text: at the start, or after a character that no token contains. That may also be encoded, as in a URL
 * (`token%3D`) or a string (`\n`), or end the color code of a terminal.
 */
const START = /(?:^|[^\w-]|%[\dA-Fa-f]{2}|\\(?:[nrt]|u[\dA-Fa-f]{4})|\[[\d;]*m)w_(\d{10})(?!\d)/

/**
 * The second at which a pasted token ends, read from its prefix, `w_<seconds>_<random>`, anywhere in the text; null if
 * there is none. The rest of the text is neither examined nor kept, because it may be a working secret (waldur-api,
 * section 2.3).
 */
export function expirySecondIn(text: string): number | null {
  const seconds = START.exec(withoutInvisible(text))?.[1]
  return seconds === undefined ? null : Number(seconds)
}

/**
 * The tokens whose secret may start like that: those that end in this second. Rotation keeps the end, so it may have
 * been an earlier secret, and several tokens may end in the same second.
 */
export const tokensEndingAt = (second: number, tokens: readonly Token[]): Token[] =>
  tokens.filter(({ expires_at }) => Math.floor(instantMs(expires_at) / 1000) === second)

/** No token ends in that second. Only if all tokens were searched does it belong to someone else. */
export const noneFoundText = ({ complete, unreadable }: { complete: boolean; unreadable: number }): string =>
  complete && unreadable === 0
    ? t('None of your tokens expires in that second. It belongs to someone else or to another Waldur server.')
    : t('Nothing found, but not everything could be searched.')
