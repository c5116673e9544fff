import fc from 'fast-check'
import { expect, test } from 'vitest'
import { DAY } from '../../ui/time.ts'
import type { Token } from '../schema.ts'
import { tokenWith } from '../tokenCases.ts'
import { directionOf, firstDirection, nextSort, sortedBy, turnedSort } from './order.ts'
import type { Sort } from './view.ts'
import { COLUMN_IDS } from './view.ts'

const NOW = Date.parse('2026-11-24T12:00:00Z')
const at = (days: number) => new Date(NOW + days * DAY).toISOString()
const token = (change: Partial<Token>) => tokenWith({ expires_at: at(100), created: null, ...change })
const sorted = (sort: Sort | undefined, changes: readonly Partial<Token>[]) => {
  const tokens = changes.map((change, index) => token({ uuid: `${index}`, ...change }))
  return sortedBy(sort, tokens).map(({ uuid }) => Number(uuid))
}

test('without a column the list stays as it is', () => {
  expect(sorted(undefined, [{ name: 'b' }, { name: 'a' }])).toEqual([0, 1])
})

test('names are sorted as people do, not by code points', () => {
  const names = [{ name: 'zeta' }, { name: 'Éclair' }, { name: 'alpha' }, { name: 'Beta' }, { name: '' }]
  expect(sorted('name', names)).toEqual([4, 2, 3, 1, 0])
  expect(sorted('-name', names)).toEqual([0, 1, 3, 2, 4])
})

test('each column has its own order', () => {
  expect(sorted('permissions', [{ scopes: ['A.B', 'C.D'] }, { scopes: [] }, {}])).toEqual([1, 2, 0])
  expect(sorted('life', [{ expires_at: at(3) }, { expires_at: at(-4) }, { expires_at: at(1) }])).toEqual([1, 2, 0])
})

test('empty cells come last, in both directions', () => {
  const used = [{ last_used_at: null }, { last_used_at: at(-2) }, { last_used_at: at(-1) }, {}]
  expect(sorted('used', used)).toEqual([1, 2, 0, 3])
  expect(sorted('-used', used)).toEqual([2, 1, 0, 3])
  expect(sorted('-created', [{ created: null }, { created: at(-9) }])).toEqual([1, 0])
  const place = (name: string | null) => ({ type: 'customer', uuid: 'b'.repeat(32), name })
  const bound = [{ allowed_scopes: [] }, { allowed_scopes: [place('b')] }, { allowed_scopes: [place(null)] }]
  expect(sorted('bound', bound)).toEqual([2, 1, 0])
  expect(sorted('-bound', bound)).toEqual([1, 2, 0])
})

test('equal tokens keep their order, and none is lost', () => {
  const sort = fc.constantFrom(...COLUMN_IDS.flatMap((id): Sort[] => [id, `-${id}`]))
  const change = fc.record({
    name: fc.constantFrom('a', 'b', 'B'),
    last_used_at: fc.constantFrom(null, at(-1), at(-2)),
    is_active: fc.boolean(),
  })
  fc.assert(
    fc.property(sort, fc.array(change), (sort, changes) => {
      const once = sorted(sort, changes)
      expect(once.toSorted((a, b) => a - b)).toEqual(changes.map((_, index) => index))
      for (const [at, uuid] of once.entries()) {
        const before = once[at - 1] ?? -1
        const isSame = JSON.stringify(changes[before]) === JSON.stringify(changes[uuid])
        if (isSame) expect(before).toBeLessThan(uuid)
      }
    }),
  )
})

test('clicking a column header sorts one way, the other way, then not at all', () => {
  expect(nextSort(undefined, 'name')).toBe('name')
  expect(nextSort('name', 'name')).toBe('-name')
  expect(nextSort('-name', 'name')).toBeUndefined()
  expect(nextSort('-name', 'used')).toBe('-used')
  expect(nextSort('-used', 'used')).toBe('used')
  expect(nextSort('used', 'used')).toBeUndefined()
})

test('the menu reverses the order, but never turns it off', () => {
  for (const id of COLUMN_IDS) {
    const first = turnedSort(undefined, id)
    const second = turnedSort(first, id)
    expect(directionOf(first, id)).toBe(firstDirection(id))
    expect(directionOf(second, id)).not.toBe(firstDirection(id))
    expect(turnedSort(second, id)).toBe(first)
  }
})
