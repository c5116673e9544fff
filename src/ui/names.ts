import { t } from './words.tsx'

/** Scripts whose letters are joined and parted by characters that cannot be seen. */
const JOINING = [
  ...['Arab', 'Syrc', 'Mong', 'Deva', 'Beng', 'Guru', 'Gujr', 'Orya'],
  ...['Taml', 'Telu', 'Knda', 'Mlym', 'Sinh', 'Khmr', 'Mymr'],
]
  .map((script) => `\\p{scx=${script}}`)
  .join('')

/** Where an invisible character makes another sign of what stands before it: it is seen by that. */
const AT_HOME = [
  // A family, and a flag with a crossbar.
  '(?<=[\\p{Extended_Pictographic}\\p{EMod}\\ufe0f])\\u200d(?=\\p{Extended_Pictographic})',
  '(?<=\\p{Emoji})[\\ufe0e\\ufe0f]',
  // No flag has so many; without an end each sign of a long row would look back over all before it.
  '(?<=\\u{1f3f4}[\\u{e0020}-\\u{e007e}]{0,31})[\\u{e0020}-\\u{e007f}]',
  `(?<=[${JOINING}])[\\u180b-\\u180d\\u180f\\u200c\\u200d](?=[${JOINING}])`,
].join('|')

/** Arabic and Syriac signs that count as format characters, and are drawn all the same. */
const DRAWN = '[\\u0600-\\u0605\\u06dd\\u070f\\u0890\\u0891\\u08e2\\u{110bd}\\u{110cd}]'

/** Characters without a shape of their own, those that turn the reading order among them, and halves of characters. */
const HIDDEN = `(?!${DRAWN})[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Zl}\\p{Zp}\\p{Default_Ignorable_Code_Point}\\u2800]`

const FINDING = new RegExp(`${AT_HOME}|(${HIDDEN})`, 'gu')

/** "U+202E" */
export const codePoint = (character: string): string =>
  `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`

/**
 * The text with a mark for each character that cannot be seen, or that would turn the reading order of what follows:
 * `admin⟨U+202E⟩nimda`. Two names that look alike differ then, and no name changes how the sentence around it reads.
 * Joined emoji and scripts that need such characters stay as they are.
 */
export const visible = (text: string): string =>
  text.replace(FINDING, (found, hidden: string | undefined) =>
    hidden === undefined ? found : `⟨${codePoint(hidden)}⟩`,
  )

/** The first character that `visible` marks, by its code; null where there is none. */
export function hiddenIn(text: string): string | null {
  for (const [, hidden] of text.matchAll(FINDING)) if (hidden !== undefined) return codePoint(hidden)
  return null
}

const UNSEEN = new RegExp(`\\s|${HIDDEN}`, 'gu')

/** Whether nothing of the text can be seen. */
export const isUnseen = (text: string): boolean => text.replace(UNSEEN, '') === ''

/** In characters: far above what Waldur takes. A browser needs tenths of a second to lay out a name of ten thousand. */
const MOST = 500

/** What Waldur, or who stands behind it, says in sentences of its own: as `visible`, and a line stays a line. */
export const saidText = (text: string): string => text.split(/\r?\n/).map(visible).join('\n')

/**
 * A name that somebody chose, or any other short text from outside, in a sentence or a label. Waldur refuses a blank
 * one, but a link of it could not be hit; one beyond all measure is cut.
 */
export function nameText(name: string): string {
  if (name.trim() === '') return t('(no name)')
  const characters = name.length > MOST ? [...name] : []
  return characters.length > MOST ? `${visible(characters.slice(0, MOST).join(''))}…` : visible(name)
}

/** The first characters of a text, none of them in half, and a sign that there are more. */
export function cutTo(most: number, text: string): string {
  const characters = [...text.slice(0, 2 * most + 1)]
  return characters.length > most ? `${characters.slice(0, most).join('')}…` : text
}
