import fc from 'fast-check'
import { expect, test } from 'vitest'
import { withoutLineSecrets, withoutSecrets } from './secretText.ts'

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

test('a session’s token is left out, and nothing that is only like it', () => {
  const session = '0123456789abcdef0123456789abcdef01234567'
  expect(withoutSecrets(`Token ${session}!`)).toBe('Token !')
  expect(withoutSecrets(session.toUpperCase())).toBe('')
  for (const text of [session.slice(1), `${session}0`, session.slice(8)]) expect(withoutSecrets(text)).toBe(text)
})

test('no invisible character and no capital hides a secret', () => {
  const secret = `w_1804075500_${'Ab-_9'.repeat(8)}xyz`
  for (const hidden of ['\u200b', '\u00ad', '\ufeff', '\u2060', '\u0000', '\n', '\u{e0041}']) {
    for (const at of [1, 5, 12, 13, 30]) {
      expect(withoutSecrets(`a ${secret.slice(0, at)}${hidden}${secret.slice(at)} b`)).toBe('a w_1804075500 b')
    }
  }
  expect(withoutSecrets(secret.toUpperCase())).toBe('W_1804075500')
  expect(withoutSecrets('in\u200bvisible'), 'another text keeps them').toBe('in\u200bvisible')
})

test('any other text stays as it is, and what was cut is not cut again', () => {
  for (const text of ['', 'w_', 'w_12_x', 'deploy_w_bot', 'w_1804075500']) expect(withoutSecrets(text)).toBe(text)
  fc.assert(
    fc.property(fc.string(), (text) => {
      expect(withoutSecrets(withoutSecrets(text))).toBe(withoutSecrets(text))
    }),
  )
})

test('what a request signs in with is left out whatever its shape, and no variable is', () => {
  for (const [text, rest] of [
    ["-H 'Authorization: Bearer opaque-secret' -v", "-H 'Authorization: Bearer …' -v"],
    ['"authorization": "Basic dXNlcjpwYXNzd29yZA=="', '"authorization": "Basic …"'],
    ['Authorization: Token $WALDUR_ACCESS_TOKEN', 'Authorization: Token $WALDUR_ACCESS_TOKEN'],
    ['Authorization: Bearer <your token>', 'Authorization: Bearer <your token>'],
    ['Authorization: Bearer w_1804075500_abc', 'Authorization: Bearer w_1804075500'],
  ] as const) {
    expect(withoutSecrets(text)).toBe(rest)
    expect(withoutSecrets(rest)).toBe(rest)
  }
})

test('a secret on a line of its own is found, and one that is broken', () => {
  expect(withoutLineSecrets('ORDER.LIST\neyJhbGciOiJI.eyJzdWIiOiIx.c2lnbmF0\nb')).toBe('ORDER.LIST  b')
  expect(withoutLineSecrets('w_1804075500_ab\ncd')).toBe('w_1804075500')
  expect(withoutLineSecrets('ORDER.LIST\n\nORDER.CREATE')).toBe('ORDER.LIST\n\nORDER.CREATE')
})
