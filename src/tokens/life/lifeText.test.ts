import { expect, test } from 'vitest'
import type { LivedToken } from './life.ts'
import { lifeText } from './lifeText.ts'

const NOW = Date.parse('2026-11-29T12:00:00Z')
const text = (change: Partial<LivedToken>, revokedAtMs?: number) =>
  lifeText(
    {
      created: '2026-09-03T12:00:00Z',
      expires_at: '2026-12-02T12:00:00Z',
      is_active: true,
      last_used_at: '2026-11-29T03:00:00Z',
      ...change,
    },
    NOW,
    revokedAtMs,
  )

test.each([
  [{}, 'Created 3 Sept 2026. Last used 9 hours ago. Expires 2 Dec 2026.'],
  [{ last_used_at: null }, 'Created 3 Sept 2026. Never used. Expires 2 Dec 2026.'],
  [{ last_used_at: undefined, created: null }, 'Expires 2 Dec 2026.'],
  [{ expires_at: '2026-11-28T12:00:00Z' }, 'Created 3 Sept 2026. Last used 9 hours ago. Expired 28 Nov 2026.'],
  [{ is_active: false }, 'Created 3 Sept 2026. Last used 9 hours ago. Revoked.'],
])('says what is known: %o', (change, said) => {
  expect(text(change)).toBe(said)
})

test('says when a token was revoked, if that is known', () => {
  expect(text({ is_active: false }, Date.parse('2026-11-29T11:00:00Z'))).toMatch(/ Revoked 29 Nov 2026\.$/)
})
