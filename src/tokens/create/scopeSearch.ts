import { fold, searchWords } from '../../ui/fold.ts'
import { alphabetically } from '../../ui/i18n.tsx'
import { permissionReader } from '../permissions/constants.ts'
import type { PermissionWords } from '../permissions/permissionWords.ts'
import { byGroup } from '../permissions/permissionWords.ts'
import { BETWEEN_CONSTANTS } from './requestLink.ts'

export interface ScopeGroupRows {
  name: string
  /** `text` is what the search looks at: label, group and value, folded. */
  rows: readonly { value: string; label: string; text: string }[]
}

/**
 * All permissions by group, with rows sorted by label. The texts to search are prepared once, not at each keystroke.
 * Values that the server lists twice appear once.
 */
export function arrangeScopes(
  values: readonly string[],
  words: (value: string) => PermissionWords,
): readonly ScopeGroupRows[] {
  return byGroup(new Set(values), words).map(([name, members]) => ({
    name,
    rows: members
      .map((value) => {
        const { label } = words(value)
        return { value, label, text: fold(`${label} ${name} ${value}`) }
      })
      .sort((a, b) => alphabetically(a.label, b.label) || (a.value < b.value ? -1 : 1)),
  }))
}

/**
 * The permissions that contain every word of the search. If there are none, its words are read as constants, perhaps in
 * quotes: `"LIST_ORDERS"`. A group that loses no row stays the same object.
 */
export function findScopes(groups: readonly ScopeGroupRows[], search: string): readonly ScopeGroupRows[] {
  const found = findWords(groups, search)
  if (found.length > 0) return found
  const read = permissionReader(groups.flatMap(({ rows }) => rows.map(({ value }) => value)))
  const words = search.split(BETWEEN_CONSTANTS).map((word) => read(word) ?? word)
  return findWords(groups, words.join(' '))
}

function findWords(groups: readonly ScopeGroupRows[], search: string): readonly ScopeGroupRows[] {
  const wanted = searchWords(search)
  return groups.flatMap((group) => {
    const rows = group.rows.filter(({ text }) => wanted.every((word) => text.includes(word)))
    if (rows.length === 0) return []
    return [rows.length === group.rows.length ? group : { ...group, rows }]
  })
}

/** The first rows up to a number, in their groups. */
export function firstScopes(groups: readonly ScopeGroupRows[], most: number): readonly ScopeGroupRows[] {
  let left = most
  return groups.flatMap((group) => {
    const rows = group.rows.slice(0, left)
    left -= rows.length
    if (rows.length === 0) return []
    return [rows.length === group.rows.length ? group : { ...group, rows }]
  })
}

export const countScopes = (groups: readonly ScopeGroupRows[]): number =>
  groups.reduce((sum, { rows }) => sum + rows.length, 0)
