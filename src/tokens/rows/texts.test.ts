import { expect, test } from 'vitest'
import { countText } from './texts.ts'

test.each([
  [0, false, '0'],
  [1200, false, '1,200'],
  [0, true, '…'],
  [1200, true, '1,200+'],
])('of %d tokens, with more to come: %s, a filter says %s', (count, isPart, text) => {
  expect(countText(count, isPart)).toBe(text)
})
