import { expect, test } from 'vitest'
import { ApiError } from '../../api/errors.ts'
import { maxDaysIn } from './maxDays.ts'

const refusal = (text: string, field = 'expires_at', status = 400) =>
  new ApiError(status, [{ path: [field], text }], { retryAfter: null, asked: null })

test.each([
  [refusal('Expiration cannot exceed 365 days from now.'), 365],
  [refusal('Aegumine ei tohi ületada 90 päeva.'), 90],
  [refusal('Expiration must be in the future.'), null],
  [refusal('Must be before 2027-01-01.'), null],
  [refusal('Expiration cannot exceed 0 days from now.'), null],
  [refusal('Maximum number of active tokens (20) reached.', 'non_field_errors'), null],
  [refusal('Expiration cannot exceed 365 days from now.', 'expires_at', 500), null],
])('%s tells of %s days', (error, days) => {
  expect(maxDaysIn(error)).toBe(days)
})
