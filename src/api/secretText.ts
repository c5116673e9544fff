/** A token as it is issued, `w_<seconds>_<random>` (waldur-api, section 2.3), and its beginning. */
const TOKEN = /(w_\d{9,11})_[\w-]*/gi

/** The token of a session: forty hex digits (waldur-api, section 1.1), and no more of them. */
const SESSION = /(?<![\da-f])[\da-f]{40}(?![\da-f])/gi

/** A JWT of an identity provider, which some Waldurs accept: three parts, the first an encoded JSON object. */
const PROVIDERS = /(?<![\w-])eyJ[\w-]{8,}\.eyJ[\w-]{8,}\.[\w-]*/g

/** What a chat or a mail program puts between letters, and nobody sees. */
const HIDDEN = /[\p{Cc}\p{Cf}\p{Default_Ignorable_Code_Point}]/gu

/**
 * The text without the secrets in it, known by their shape: a token is cut to its beginning, which may be told, as it
 * finds the token and opens nothing; a session's or a provider's token is left out. Characters that cannot be seen hide none.
 */
export function withoutSecrets(text: string): string {
  const seen = withoutHidden(text)
  const rest = cut(seen)
  return rest === seen ? text : rest
}

export const withoutHidden = (text: string): string => text.replace(HIDDEN, '')

const cut = (text: string): string => text.replace(TOKEN, '$1').replace(SESSION, '').replace(PROVIDERS, '')
