import { fold, searchWords } from '../../ui/fold.ts'
import { alphabetically } from '../../ui/i18n.tsx'
import { permissionReader } from '../permissions/constants.ts'
import { KNOWN_PERMISSIONS } from '../permissions/permissionPhrases.ts'
import type { PermissionWords } from '../permissions/permissionWords.ts'
import { byGroup } from '../permissions/permissionWords.ts'
import { BETWEEN_CONSTANTS } from './requestLink.ts'

export interface ScopeGroupRows {
  name: string
  /** `text` is what the search looks at: label, group and value, folded. */
  rows: readonly { value: string; label: string; line: string | null; text: string }[]
}

/** The domains that most users need, the most needed first. */
const USUAL = ['ORDER', 'PROJECT', 'RESOURCE', 'INVITATION', 'CUSTOMER', 'OFFERING', 'SERVICE_PROVIDER']

/**
 * All permissions by group, with rows sorted by label. Groups of which the user can give less than half come last; the
 * others are in the order in which most users need them. The texts to search are prepared once, not on each keystroke.
 * Values that the server lists twice appear once.
 */
export function arrangeScopes(
  values: readonly string[],
  words: (value: string) => PermissionWords,
  lineOf: (value: string) => string | null = () => null,
): readonly ScopeGroupRows[] {
  const whole = byGroup(new Set([...values, ...KNOWN_PERMISSIONS]), words)
  const sizes = new Map(whole.map(([name, members]) => [name, members.length]))
  const usual = USUAL.map((domain) => mainGroup(domain, whole))
  const rankOf = ([name, members]: [string, string[]]): number => {
    const isMinor = members.length < (sizes.get(name) ?? 0) / 2
    const rank = usual.indexOf(name)
    return (rank < 0 ? USUAL.length : rank) + (isMinor ? USUAL.length + 1 : 0)
  }
  return byGroup(new Set(values), words)
    .sort((a, b) => rankOf(a) - rankOf(b))
    .map(([name, members]) => ({
      name,
      rows: members
        .map((value) => {
          const { label } = words(value)
          return { value, label, line: lineOf(value), text: fold(`${label} ${name} ${value}`) }
        })
        .sort((a, b) => alphabetically(a.label, b.label) || (a.value < b.value ? -1 : 1)),
    }))
}

/** The group that has most of a domain. Granting roles is a group of its own, whatever the roles are for. */
function mainGroup(domain: string, groups: readonly [string, string[]][]): string | undefined {
  const share = ([, members]: readonly [string, string[]]) =>
    members.filter((value) => value.startsWith(`${domain}.`) && !value.endsWith('_PERMISSION')).length
  return groups.toSorted((a, b) => share(b) - share(a))[0]?.[0]
}

/** How many groups are listed at first; one more would not be worth a button. */
const FIRST_GROUPS = 5

/** The first groups, and those with something chosen. */
export function firstGroups(
  groups: readonly ScopeGroupRows[],
  selected: ReadonlySet<string>,
): readonly ScopeGroupRows[] {
  if (groups.length <= FIRST_GROUPS + 1) return groups
  return groups.filter(({ rows }, index) => index < FIRST_GROUPS || rows.some(({ value }) => selected.has(value)))
}

/** Only these permissions. A group that loses no row stays the same object. */
export const onlyScopes = (groups: readonly ScopeGroupRows[], kept: ReadonlySet<string>): readonly ScopeGroupRows[] =>
  groups.flatMap((group) =>
    narrowed(
      group,
      group.rows.filter(({ value }) => kept.has(value)),
    ),
  )

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
    return narrowed(group, rows)
  })
}

function narrowed(group: ScopeGroupRows, rows: ScopeGroupRows['rows']): ScopeGroupRows[] {
  if (rows.length === 0) return []
  return [rows.length === group.rows.length ? group : { ...group, rows }]
}

/** The first rows up to a number, in their groups. */
export function firstScopes(groups: readonly ScopeGroupRows[], most: number): readonly ScopeGroupRows[] {
  let left = most
  return groups.flatMap((group) => {
    const rows = group.rows.slice(0, left)
    left -= rows.length
    return narrowed(group, rows)
  })
}

export const countScopes = (groups: readonly ScopeGroupRows[]): number =>
  groups.reduce((sum, { rows }) => sum + rows.length, 0)
