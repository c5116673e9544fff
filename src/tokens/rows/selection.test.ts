import { expect, test } from 'vitest'
import { NOTHING_SELECTED, rangeOf, withSelected } from './selection.ts'

const LISTED = ['a', 'b', 'c', 'd']

test('selecting and deselecting leaves tokens that are not shown unchanged', () => {
  const two = withSelected(NOTHING_SELECTED, ['a', 'b'], true)
  expect(withSelected(two, ['b', 'c'], true)).toEqual(new Set(['a', 'b', 'c']))
  expect(withSelected(two, ['b', 'c'], false)).toEqual(new Set(['a']))
  expect(two).toEqual(new Set(['a', 'b']))
})

test('a range goes from the last checkbox to this one, up or down', () => {
  expect(rangeOf(LISTED, 'b', 'd')).toEqual(['b', 'c', 'd'])
  expect(rangeOf(LISTED, 'd', 'b')).toEqual(['b', 'c', 'd'])
  expect(rangeOf(LISTED, 'b', 'b')).toEqual(['b'])
})

test('without a last checkbox in the list, the range is this one only', () => {
  expect(rangeOf(LISTED, null, 'c')).toEqual(['c'])
  expect(rangeOf(LISTED, 'gone', 'c')).toEqual(['c'])
})
