import { expect, test } from 'vitest'
import { maskedSecret } from './maskedSecret.ts'

const expires_at = '2027-02-27T08:22:24.512Z'

test('shows the beginning with the expiration, and as many characters as the secret has', () => {
  const token = `w_1803716544_${'aB3-_'.repeat(8)}xyz`
  expect(maskedSecret({ token, expires_at })).toBe(`w_1803716544_${'•'.repeat(43)}`)
})

test.each(['w_1803716545_abc', 'another form', 'w_1803716544'])('shows nothing of %s', (token) => {
  expect(maskedSecret({ token, expires_at })).toBe('•'.repeat(token.length))
})
