const INVISIBLE = /[\ufeff\u2800]|(?!\s)[\p{Cc}\p{Cf}\p{Default_Ignorable_Code_Point}]/gu

/**
 * The text without the invisible characters that come along from a chat, a document or a terminal: zero-width spaces,
 * soft hyphens, direction marks. For what can't contain them: addresses, uuids, usernames, tokens. Blanks and line
 * breaks stay, because they separate.
 */
export const withoutInvisible = (text: string): string => text.replace(INVISIBLE, '')
