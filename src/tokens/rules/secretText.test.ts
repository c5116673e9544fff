import fc from 'fast-check'
import { expect, test } from 'vitest'
import { withoutSecrets } from './secretText.ts'

const random = fc.stringMatching(/^[A-Za-z0-9_-]{43}$/)
const seconds = fc.integer({ min: 1_000_000_000, max: 9_999_999_999 })

test('nothing of a secret is left, wherever it stands, but its beginning', () => {
  fc.assert(
    fc.property(
      fc.string(),
      fc.constantFrom('', ' ', '\n', '"', ': ', 'Bearer '),
      seconds,
      random,
      (before, gap, at, secret) => {
        const kept = withoutSecrets(`${before}${gap}w_${at}_${secret}`)
        expect(kept.endsWith(`w_${at}`)).toBe(true)
        expect(kept).not.toContain(secret)
      },
    ),
  )
})

test('any other text stays as it is, and what was cut is not cut again', () => {
  for (const text of ['', 'w_', 'w_12_x', 'deploy_w_bot', 'w_1804075500']) expect(withoutSecrets(text)).toBe(text)
  fc.assert(
    fc.property(fc.string(), (text) => {
      expect(withoutSecrets(withoutSecrets(text))).toBe(withoutSecrets(text))
    }),
  )
})
