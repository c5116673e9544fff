import { translated } from '../../ui/i18n.tsx'

/**
 * A permission as a label in the page's language; null if its catalog has none. It is the permission's phrase, or a
 * label of its own in languages whose labels are nouns.
 */
export function catalogLabel(value: string): string | null {
  const text = translated(`label: ${value}`, translated(value, ''))
  return text === '' ? null : labelOf(text)
}

/** "Cancel orders" for "cancel [orders]" */
export const labelOf = (phrase: string): string => {
  const text = phrase.replace(/[[\]]/g, '')
  return text.charAt(0).toUpperCase() + text.slice(1)
}
