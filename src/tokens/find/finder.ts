import { instantMs } from '../../api/wire.ts'
import { t } from '../../ui/words.tsx'
import type { Token } from '../schema.ts'

/** A token in a text: at its beginning, or behind a sign that no token holds, as in a header or a log line. */
const START = /(?:^|[^\w-])w_(\d{10})(?!\d)/

/**
 * The second at which a pasted token ends, read from its beginning, `w_<seconds>_<random>`, wherever it stands in the
 * text; null without one. Nothing else of the text is looked at or kept, for it may be a secret that works
 * (waldur-api, section 2.3).
 */
export function expirySecondIn(text: string): number | null {
  const seconds = START.exec(text)?.[1]
  return seconds === undefined ? null : Number(seconds)
}

/**
 * The tokens whose secret may have begun like that: those that end in this second. Rotation keeps the end, so it may
 * have been an earlier secret of theirs; several tokens may end in the same second.
 */
export const tokensEndingAt = (second: number, tokens: readonly Token[]): Token[] =>
  tokens.filter(({ expires_at }) => Math.floor(instantMs(expires_at) / 1000) === second)

/** No token ends in that second. Only with all tokens searched does that mean that it is somebody else's. */
export const noneFoundText = ({ complete, unreadable }: { complete: boolean; unreadable: number }): string =>
  complete && unreadable === 0
    ? t('None of your tokens ends in that second: it belongs to somebody else, or to another Waldur.')
    : t('Nothing found, but not everything could be searched.')
