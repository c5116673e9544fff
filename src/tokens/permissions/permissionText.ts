import { nameText } from '../../ui/names.ts'
import type { PermissionWords } from './permissionWords.ts'
import { translatedWords, wordsFor } from './permissionWords.ts'

/** With nothing in it unseen: it may come from the server. */
export const shownWords = ({ label, group }: PermissionWords): PermissionWords => ({
  label: nameText(label),
  group: nameText(group),
})

/** Words for a permission before, or without, Waldur's own: see `usePermissionWords`. */
export const plainWords = (value: string): PermissionWords => translatedWords(value, shownWords(wordsFor(value)))
