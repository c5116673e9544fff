import fc from 'fast-check'
import { expect, test } from 'vitest'
import { withoutSecrets } from './secretText.ts'

const random = fc.stringMatching(/^[A-Za-z0-9_-]{43}$/)
const seconds = fc.integer({ min: 1_000_000_000, max: 9_999_999_999 })

test('only the start of a secret is left, wherever it occurs', () => {
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

test('a session’s token is removed, but nothing that only looks similar', () => {
  const session = '0123456789abcdef0123456789abcdef01234567'
  expect(withoutSecrets(`Token ${session}!`)).toBe('Token !')
  expect(withoutSecrets(session.toUpperCase())).toBe('')
  for (const text of [session.slice(1), `${session}0`, session.slice(8)]) expect(withoutSecrets(text)).toBe(text)
})

test('neither invisible characters nor capitals hide a secret', () => {
  const secret = `w_1804075500_${'Ab-_9'.repeat(8)}xyz`
  for (const hidden of ['\u200b', '\u00ad', '\ufeff', '\u2060', '\u0000', '\n', '\u{e0041}']) {
    for (const at of [1, 5, 12, 13, 30]) {
      expect(withoutSecrets(`a ${secret.slice(0, at)}${hidden}${secret.slice(at)} b`)).toBe('a w_1804075500 b')
    }
  }
  expect(withoutSecrets(secret.toUpperCase())).toBe('W_1804075500')
  expect(withoutSecrets('in\u200bvisible'), 'another text keeps them').toBe('in\u200bvisible')
})

test('other text stays unchanged, and a cut secret is not cut again', () => {
  for (const text of ['', 'w_', 'w_12_x', 'deploy_w_bot', 'w_1804075500']) expect(withoutSecrets(text)).toBe(text)
  fc.assert(
    fc.property(fc.string(), (text) => {
      expect(withoutSecrets(withoutSecrets(text))).toBe(withoutSecrets(text))
    }),
  )
})
