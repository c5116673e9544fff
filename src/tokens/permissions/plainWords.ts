import { nameText } from '../../ui/names.ts'
import type { PermissionWords } from './permissionWords.ts'
import { translatedWords, wordsFor } from './permissionWords.ts'

/** Marks invisible characters, because the words may come from the server. */
export const shownWords = ({ label, group }: PermissionWords): PermissionWords => ({
  label: nameText(label),
  group: nameText(group),
})

/** Words for a permission before Waldur's own are loaded, or without them; see `useWaldurWords`. */
export const plainWords = (value: string): PermissionWords => translatedWords(value, shownWords(wordsFor(value)))
