import { t } from './i18n.tsx'

/** Scripts that use invisible characters to join and separate letters. */
const JOINING = [
  ...['Arab', 'Syrc', 'Mong', 'Deva', 'Beng', 'Guru', 'Gujr', 'Orya'],
  ...['Taml', 'Telu', 'Knda', 'Mlym', 'Sinh', 'Khmr', 'Mymr'],
]
  .map((script) => `\\p{scx=${script}}`)
  .join('')

/** Invisible characters that belong to the visible one before them. */
const AT_HOME = [
  // A family, and a flag with a crossbar.
  '(?<=[\\p{Extended_Pictographic}\\p{EMod}\\ufe0f])\\u200d(?=\\p{Extended_Pictographic})',
  '(?<=\\p{Emoji})[\\ufe0e\\ufe0f]',
  // No flag has more. Without a limit, each character of a long run would look back over the whole run.
  '(?<=\\u{1f3f4}[\\u{e0020}-\\u{e007e}]{0,31})[\\u{e0020}-\\u{e007f}]',
  `(?<=[${JOINING}])[\\u180b-\\u180d\\u180f\\u200c\\u200d](?=[${JOINING}])`,
].join('|')

/** Arabic and Syriac signs that count as format characters but are visible. */
const VISIBLE_FORMAT = '[\\u0600-\\u0605\\u06dd\\u070f\\u0890\\u0891\\u08e2\\u{110bd}\\u{110cd}]'

/** Characters without a shape, including those that change the text direction, and halves of surrogate pairs. */
const HIDDEN = `(?!${VISIBLE_FORMAT})[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Zl}\\p{Zp}\\p{Default_Ignorable_Code_Point}\\u2800]`

const FINDING = new RegExp(`${AT_HOME}|(${HIDDEN})`, 'gu')

/** "U+202E" */
export const codePoint = (character: string): string =>
  `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`

/**
 * The text with a mark for each character that is invisible or would change the direction of the following text:
 * `admin⟨U+202E⟩nimda`. So names that look alike become distinct, and no name changes how the sentence around it reads.
 * Joined emoji and scripts that need such characters stay as they are.
 */
export const visible = (text: string): string =>
  text.replace(FINDING, (found, hidden: string | undefined) =>
    hidden === undefined ? found : `⟨${codePoint(hidden)}⟩`,
  )

/** What people see of a copied text: without the characters that `visible` marks, and with spaces for other blanks. */
export const seenText = (text: string): string =>
  text.replace(FINDING, (found, hidden: string | undefined) => (hidden === undefined ? found : '')).replace(/\s/g, ' ')

/** The code of the first character that `visible` marks; null if there is none. */
export function hiddenIn(text: string): string | null {
  for (const [, hidden] of text.matchAll(FINDING)) if (hidden !== undefined) return codePoint(hidden)
  return null
}

/** The code of the first blank that only looks like a space, such as a no-break space; null if there is none. */
export function oddBlankIn(text: string): string | null {
  const [blank] = /[^\S ]/u.exec(text) ?? []
  return blank === undefined ? null : codePoint(blank)
}

const UNSEEN = new RegExp(`\\s|${HIDDEN}`, 'gu')

/** Whether the text is entirely invisible. */
export const isUnseen = (text: string): boolean => text.replace(UNSEEN, '') === ''

/**
 * In characters, far more than Waldur accepts. A browser needs tenths of a second to lay out a name of ten thousand.
 */
const MOST = 500

/** Sentences of Waldur or of a proxy: as `visible`, but with their line breaks. */
export const saidText = (text: string): string => text.split(/\r?\n/).map(visible).join('\n')

/**
 * A name or other short text from outside, for a sentence or a label. Waldur rejects blank names, but a blank link
 * could not be clicked. Extremely long names are cut.
 */
export function nameText(name: string): string {
  if (name.trim() === '') return t('(no name)')
  const characters = name.length > MOST ? [...name] : []
  return characters.length > MOST ? `${visible(characters.slice(0, MOST).join(''))}…` : visible(name)
}

/** The first characters of a text, none of them cut in half, with an ellipsis if there are more. */
export function cutTo(most: number, text: string): string {
  const characters = [...text.slice(0, 2 * most + 1)]
  return characters.length > most ? `${characters.slice(0, most).join('')}…` : text
}
