/** A character of a layout that has other letters than Latin ones. */
const OTHER = /^[^\p{ASCII}\p{sc=Latn}]$/u

/**
 * The character of a key, for shortcuts. On Cyrillic, Greek and other layouts it is the one that the same key has on a
 * Latin layout: "т" is "n". Caps Lock makes no difference.
 */
export function typedKey({ key, code, shiftKey }: Pick<KeyboardEvent, 'key' | 'code' | 'shiftKey'>): string {
  const typed = !OTHER.test(key) ? key : code === 'Slash' ? (shiftKey ? '?' : '/') : code.replace(/^Key(?=.$)/, '')
  return shiftKey || typed.length > 1 ? typed : typed.toLowerCase()
}
