import { instantMs } from '../../api/wire.ts'
import { alphabetically } from '../../ui/i18n.tsx'
import type { Token } from '../schema.ts'
import type { ColumnId, Sort } from './view.ts'
import { COLUMN_IDS } from './view.ts'

type SortKey = string | number | undefined
type Direction = 'asc' | 'desc'

const SORT_KEYS: Record<ColumnId, (token: Token) => SortKey> = {
  name: ({ name }) => name,
  life: ({ expires_at }) => instantMs(expires_at),
  used: ({ last_used_at }) => (last_used_at ? instantMs(last_used_at) : undefined),
  permissions: ({ scopes }) => scopes.length,
  bound: ({ allowed_scopes: [first] }) => first && (first.name ?? ''),
  created: ({ created }) => (created === null ? undefined : instantMs(created)),
}

/**
 * The tokens sorted by a column, names alphabetically in the page's language. Equal ones keep their order, and those
 * without a value in this column come last in both directions.
 * @param sort undefined returns the tokens as they are
 */
export function sortedBy(sort: Sort | undefined, tokens: readonly Token[]): readonly Token[] {
  const id = COLUMN_IDS.find((id) => directionOf(sort, id) !== null)
  if (id === undefined) return tokens
  const sign = sort === id ? 1 : -1
  // Parse once per token instead of once per comparison.
  const read = tokens.map((token) => ({ token, key: SORT_KEYS[id](token) }))
  read.sort((a, b) => {
    if (a.key === undefined || b.key === undefined) return Number(a.key === undefined) - Number(b.key === undefined)
    return sign * compare(a.key, b.key)
  })
  return read.map(({ token }) => token)
}

const compare = (a: string | number, b: string | number): number =>
  typeof a === 'string' && typeof b === 'string' ? alphabetically(a, b) : Number(a) - Number(b)

/** Null if the list is sorted by another column. */
export function directionOf(sort: Sort | undefined, id: ColumnId): Direction | null {
  if (sort === id) return 'asc'
  return sort === `-${id}` ? 'desc' : null
}

/** The first direction of a column. If it is about the past, the latest comes first. */
export const firstDirection = (id: ColumnId): Direction => (id === 'used' || id === 'created' ? 'desc' : 'asc')

const firstSort = (id: ColumnId): Sort => (firstDirection(id) === 'desc' ? `-${id}` : id)

/** The sort order after a click on a column header: one direction, then the other, then the list's own order. */
export function nextSort(sort: Sort | undefined, id: ColumnId): Sort | undefined {
  if (directionOf(sort, id) === null) return firstSort(id)
  if (sort !== firstSort(id)) return undefined
  return sort === id ? `-${id}` : id
}

/** Sorts by this column, reversed if it is already the sort column. */
export const turnedSort = (sort: Sort | undefined, id: ColumnId): Sort => nextSort(sort, id) ?? firstSort(id)
