import { instantMs } from '../../api/wire.ts'
import { alphabetically } from '../../ui/words.tsx'
import type { Token } from '../schema.ts'
import { STATE_ORDER, tokenState } from '../state/expiry.ts'
import type { ColumnId, Sort } from './view.ts'
import { COLUMN_IDS } from './view.ts'

type SortKey = string | number | undefined
type Direction = 'asc' | 'desc'

const SORT_KEYS: Record<ColumnId, (token: Token, nowMs: number) => SortKey> = {
  name: ({ name }) => name,
  state: (token, nowMs) => STATE_ORDER[tokenState(token, nowMs)],
  permissions: ({ scopes }) => scopes.length,
  bound: ({ allowed_scopes: [first] }) => first && (first.name ?? ''),
  expires: ({ expires_at }) => instantMs(expires_at),
  used: ({ last_used_at }) => (last_used_at ? instantMs(last_used_at) : undefined),
  created: ({ created }) => (created === null ? undefined : instantMs(created)),
}

/**
 * The tokens in the order of a column, names by the alphabet of the page's language. Equal ones stay as they came, and
 * those that have nothing in this column come last, in both directions.
 * @param sort the same tokens come back where it is undefined
 * @param nowMs the server's time, which decides what has expired
 */
export function sortedBy(sort: Sort | undefined, tokens: readonly Token[], nowMs: number): readonly Token[] {
  const id = COLUMN_IDS.find((id) => directionOf(sort, id) !== null)
  if (id === undefined) return tokens
  const sign = sort === id ? 1 : -1
  // Read once for each token, not once for each pair.
  const read = tokens.map((token) => ({ token, key: SORT_KEYS[id](token, nowMs) }))
  read.sort((a, b) => {
    if (a.key === undefined || b.key === undefined) return Number(a.key === undefined) - Number(b.key === undefined)
    return sign * compare(a.key, b.key)
  })
  return read.map(({ token }) => token)
}

const compare = (a: string | number, b: string | number): number =>
  typeof a === 'string' && typeof b === 'string' ? alphabetically(a, b) : Number(a) - Number(b)

/** Null where the list is sorted by something else. */
export function directionOf(sort: Sort | undefined, id: ColumnId): Direction | null {
  if (sort === id) return 'asc'
  return sort === `-${id}` ? 'desc' : null
}

/** What a column is sorted in first: where it is about the past, the latest comes first. */
export const firstDirection = (id: ColumnId): Direction => (id === 'used' || id === 'created' ? 'desc' : 'asc')

const firstSort = (id: ColumnId): Sort => (firstDirection(id) === 'desc' ? `-${id}` : id)

/** What a press on the head of a column makes of it: one direction, then the other one, then the list's own order. */
export function nextSort(sort: Sort | undefined, id: ColumnId): Sort | undefined {
  if (directionOf(sort, id) === null) return firstSort(id)
  if (sort !== firstSort(id)) return undefined
  return sort === id ? `-${id}` : id
}

/** By this column; the other way round where it is by this one already. */
export const turnedSort = (sort: Sort | undefined, id: ColumnId): Sort => nextSort(sort, id) ?? firstSort(id)
