/** A token as it is issued, `w_<seconds>_<random>` (waldur-api, section 2.3), and its prefix. */
const TOKEN = /(w_\d{9,11})_[\w-]*/gi

/** A session token: exactly forty hex digits (waldur-api, section 1.1). */
const SESSION = /(?<![\da-f])[\da-f]{40}(?![\da-f])/gi

/** A JWT of an identity provider, which some deployments accept: three parts, the first an encoded JSON object. */
const PROVIDERS = /(?<![\w-])eyJ[\w-]{8,}\.eyJ[\w-]{8,}\.[\w-]*/g

/** Invisible characters that chats and mail programs put between letters. */
const HIDDEN = /[\p{Cc}\p{Cf}\p{Default_Ignorable_Code_Point}]/gu

/**
 * The text without the secrets in it, recognized by their shape. A token is cut to its prefix, which identifies it but
 * gives no access. A session's or a provider's token is removed. Invisible characters cannot hide one.
 */
export function withoutSecrets(text: string): string {
  const seen = withoutHidden(text)
  const rest = cut(seen)
  return rest === seen ? text : rest
}

export const withoutHidden = (text: string): string => text.replace(HIDDEN, '')

const cut = (text: string): string => text.replace(TOKEN, '$1').replace(SESSION, '').replace(PROVIDERS, '')
