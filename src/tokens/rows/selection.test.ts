import { expect, test } from 'vitest'
import { NOTHING_SELECTED, rangeOf, withSelected } from './selection.ts'

const LISTED = ['a', 'b', 'c', 'd']

test('tokens are selected and left again, and what is not shown stays as it is', () => {
  const two = withSelected(NOTHING_SELECTED, ['a', 'b'], true)
  expect(withSelected(two, ['b', 'c'], true)).toEqual(new Set(['a', 'b', 'c']))
  expect(withSelected(two, ['b', 'c'], false)).toEqual(new Set(['a']))
  expect(two).toEqual(new Set(['a', 'b']))
})

test('a range goes from the box before to this one, up or down', () => {
  expect(rangeOf(LISTED, 'b', 'd')).toEqual(['b', 'c', 'd'])
  expect(rangeOf(LISTED, 'd', 'b')).toEqual(['b', 'c', 'd'])
  expect(rangeOf(LISTED, 'b', 'b')).toEqual(['b'])
})

test('without a box before, or when it is no longer listed, the range is this one alone', () => {
  expect(rangeOf(LISTED, null, 'c')).toEqual(['c'])
  expect(rangeOf(LISTED, 'gone', 'c')).toEqual(['c'])
})
