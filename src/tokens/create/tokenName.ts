import { t } from '../../ui/i18n.tsx'
import { codePoint } from '../../ui/names.ts'

/** In characters, as Waldur counts them: code points, not UTF-16 units (waldur-api, section 2.4). */
export const NAME_LENGTH = 150

/** A multi-line paste as one line; null for a single line. The field itself would join the lines without spaces. */
export function joinedLines(pasted: string): string | null {
  const text = pasted.trim()
  const lines = text.split(/[\r\n\u2028\u2029]/)
  if (lines.length === 1) return null
  return lines
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .join(' ')
}

/** Why Waldur would reject this name, or null. Expects it trimmed, as Waldur trims it. */
export function nameProblem(name: string): string | null {
  if (name === '') return t('Give the token a name.')
  const length = [...name].length
  if (length > NAME_LENGTH) {
    return t('The name has {{count}} characters. Shorten it to {{most}}.', { count: length, most: NAME_LENGTH })
  }
  const control = /\p{Cc}/u.exec(name)
  if (control) {
    return t('The name contains an invisible control character ({{code}}). Remove it.', {
      code: codePoint(control[0]),
    })
  }
  // With the u flag a pair is one character, so only an unpaired half matches.
  if (/\p{Cs}/u.test(name)) return t('The name contains half a character, perhaps from a cut-off emoji. Remove it.')
  return null
}
