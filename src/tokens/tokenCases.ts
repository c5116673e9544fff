import type { Token } from './schema.ts'

/** For tests: an active token for five months that has never been used, unless `change` says otherwise. */
export const tokenWith = (change: Partial<Token>): Token => ({
  uuid: 'b'.repeat(32),
  name: 'ci',
  scopes: ['ORDER.LIST'],
  allowed_scopes: [],
  expires_at: '2027-03-03T12:05:00Z',
  is_active: true,
  last_used_at: null,
  last_used_ip: null,
  use_count: 0,
  created: '2026-10-01T00:00:00Z',
  ...change,
})
