import { expect, test } from 'vitest'
import { sharedIn } from './homeport.ts'

const token = '0123456789abcdef0123456789abcdef01234567'
const staff = '0f6c2f0f-2d4f-4f0d-9c3a-6f1d2b3c4d5e'

const read = (entries: { token?: string; method?: string; impersonation?: string }) => {
  const stored = new Map(Object.entries(entries).map(([key, value]) => [`waldur/auth/${key}`, value]))
  return sharedIn((key) => stored.get(key) ?? null)
}

test('reads a sign-in of HomePort', () => {
  expect(read({})).toBeNull()
  expect(read({ token: '' })).toBeNull()
  expect(read({ token })).toEqual({ token, method: null, impersonated: null })
  expect(read({ token, method: 'keycloak', impersonation: '' })).toEqual({
    ...{ token, method: 'keycloak', impersonated: null },
  })
  expect(read({ token, impersonation: staff })).toMatchObject({ impersonated: staff.replaceAll('-', '') })
})

test.each([
  ...[`${token}\n`, `${token}\r\nX: y`, `${token} `, `${token}€`, `${token}\0`, 'short', '\u200b', 'x'.repeat(5000)],
])('takes %j for no token', (odd) => expect(read({ token: odd })).toBe('unreadable'))

test.each(['nobody', '€', 'a\nb', `${staff}0`])('takes %j for no impersonated user', (impersonation) =>
  // Without the impersonation we would act as a different user than HomePort shows.
  expect(read({ token, impersonation })).toBe('unreadable'),
)
