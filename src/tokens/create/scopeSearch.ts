import { fold, searchWords } from '../../ui/fold.ts'
import { alphabetically } from '../../ui/words.tsx'
import type { PermissionWords } from '../rules/permissionWords.ts'
import { byGroup } from '../rules/permissionWords.ts'

export interface ScopeGroupRows {
  name: string
  rows: { value: string; label: string }[]
}

/**
 * The permissions whose words, group or value hold every word of the search, by group; rows sorted by their words.
 * A value that the server lists twice is shown once.
 */
export function findScopes(
  values: readonly string[],
  words: (value: string) => PermissionWords,
  search: string,
): ScopeGroupRows[] {
  const wanted = searchWords(search)
  const found = [...new Set(values)].filter((value) => {
    const { label, group } = words(value)
    const text = fold(`${label} ${group} ${value}`)
    return wanted.every((word) => text.includes(word))
  })
  return byGroup(found, words).map(([name, members]) => ({
    name,
    rows: members
      .map((value) => ({ value, label: words(value).label }))
      .sort((a, b) => alphabetically(a.label, b.label) || (a.value < b.value ? -1 : 1)),
  }))
}
