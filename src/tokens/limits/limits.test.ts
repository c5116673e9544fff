import { expect, test } from 'vitest'
import { ApiError } from '../../api/errors.ts'
import { daysIn, tokensIn } from './limits.ts'

const DAY = 86_400_000

const rejection = (text: string, field: string | null, status = 400) =>
  new ApiError(status, [{ path: field === null ? [] : [field], text }])

test.each([
  ['Expiration cannot exceed 365 days from now.', 366, 365],
  ['Aegumine ei tohi ületada 90 päeva.', 100, 90],
  // The sent value does not exceed it, so the number means something else.
  ['The end must be at least 1 hour from now.', 0.5, undefined],
  ['Must be before 2099.', 366, undefined],
  ['Expiration must be in the future.', 366, undefined],
  ['Must be before 2027-01-01.', 366, undefined],
  ['Expiration cannot exceed 0 days from now.', 366, undefined],
])('“%s”, for %d days, gives the limit %d', (text, lifetime, days) => {
  expect(daysIn(rejection(text, 'expires_at'), lifetime * DAY)).toBe(days)
  expect(daysIn(rejection(text, 'expires_at', 500), lifetime * DAY)).toBeUndefined()
  expect(daysIn(rejection(text, 'name'), lifetime * DAY)).toBeUndefined()
})

test.each([
  ['Maximum number of active tokens (20) reached.', 20, 20],
  // The list is incomplete, or older than the other tokens.
  ['Maximum number of active tokens (20) reached.', null, 20],
  ['Maximum number of active tokens (20) reached.', 7, 20],
  ['Lubatud on 20 tõendit.', 20, 20],
  ['Lubatud on 20 tõendit.', null, undefined],
  ['Blocked. Support ID 4711', 7, undefined],
  ['Blocked. Support ID 4711', null, undefined],
  ['Wait 5 minutes.', 7, undefined],
  ['Wait 5 of 10 seconds.', 5, undefined],
  ['No.', null, undefined],
])('“%s”, with %o tokens, gives the limit %o', (text, counted, tokens) => {
  expect(tokensIn(rejection(text, null), counted)).toBe(tokens)
  expect(tokensIn(rejection(text, null, 500), counted)).toBeUndefined()
  expect(tokensIn(rejection(text, 'name'), counted)).toBeUndefined()
})
