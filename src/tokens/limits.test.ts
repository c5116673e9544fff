import { expect, test } from 'vitest'
import { ApiError } from '../api/errors.ts'
import { limitsIn } from './limits.ts'

const refusal = (text: string, field: string | null = 'expires_at', status = 400) =>
  new ApiError(status, [{ path: field === null ? [] : [field], text }], { retryAfter: null, asked: null })

test.each([
  [refusal('Expiration cannot exceed 365 days from now.'), { days: 365 }],
  [refusal('Aegumine ei tohi ületada 90 päeva.'), { days: 90 }],
  [refusal('Expiration must be in the future.'), {}],
  [refusal('Must be before 2027-01-01.'), {}],
  [refusal('Expiration cannot exceed 0 days from now.'), {}],
  [refusal('Maximum number of active tokens (20) reached.', null), { tokens: 20 }],
  [refusal('Wait 5 of 10 seconds.', null), {}],
  [refusal('Ensure this field has no more than 255 characters.', 'name'), {}],
  [refusal('Expiration cannot exceed 365 days from now.', 'expires_at', 500), {}],
])('%s tells of %o', (error, limits) => {
  expect(limitsIn(error)).toEqual(limits)
})
