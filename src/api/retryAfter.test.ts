import { expect, test } from 'vitest'
import { retryAfterSeconds } from './retryAfter.ts'

const NOW = Date.UTC(2026, 10, 23, 12)

test.each([
  ['7', 7],
  ['0', 1],
  ['60', 60],
  ['3600', 60],
  ['99999999999999999999', 60],
  ['Mon, 23 Nov 2026 12:00:07 GMT', 7],
  ['Mon, 23 Nov 2026 13:00:00 GMT', 60],
  ['Mon, 23 Nov 2026 11:00:00 GMT', 1],
  ['-1', null],
  ['7.5', null],
  ['soon', null],
  ['', null],
  [null, null],
])('reads Retry-After %j as %j', (header, seconds) => {
  expect(retryAfterSeconds(header, NOW)).toBe(seconds)
})
