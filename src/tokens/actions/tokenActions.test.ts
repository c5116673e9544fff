import { expect, it } from 'vitest'
import type { Token } from '../schema.ts'
import { likelyAction, tokenActions } from './tokenActions.ts'

const token: Token = {
  uuid: '0f6c2f0f2d4f4f0d9c3a6f1d2b3c4d5e',
  name: 'backup',
  scopes: ['PROJECT.LIST'],
  allowed_scopes: [],
  allowed_networks: [],
  expires_at: '2026-12-31T00:00:00Z',
  created: '2026-06-01T00:00:00Z',
  is_active: true,
  last_used_at: null,
  last_used_ip: null,
  use_count: 0,
}
const may = { byAccessToken: false, mayCreate: true, enabled: true }
const now = Date.parse('2026-07-01T00:00:00Z')
const kinds = (of: Token) => tokenActions(of, may, now).map(({ kind }) => kind)

it('offers every action, and the networks only where this Waldur server has them', () => {
  expect(kinds(token)).toEqual(['rotate', 'replace', 'copy', 'networks', 'revoke'])
  expect(kinds({ ...token, allowed_networks: undefined })).toEqual(['rotate', 'replace', 'copy', 'revoke'])
})

it('keeps an action that is not possible now, with its obstacle', () => {
  const revoked = tokenActions({ ...token, is_active: false }, may, now)
  expect(revoked.map(({ obstacle }) => obstacle)).toEqual(['inactive', 'inactive', null, 'inactive', 'inactive'])
})

it('offers first what its owner most likely comes for', () => {
  expect(likelyAction(token, now)).toBe('rotate')
  expect(likelyAction(token, Date.parse('2026-12-20T00:00:00Z'))).toBe('replace')
  expect(likelyAction(token, Date.parse('2027-01-01T00:00:00Z'))).toBe('copy')
  expect(likelyAction({ ...token, is_active: false }, now)).toBe('copy')
})
