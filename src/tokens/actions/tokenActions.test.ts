import { expect, it } from 'vitest'
import type { Token } from '../schema.ts'
import { tokenWith } from '../tokenCases.ts'
import { likelyAction, tokenActions } from './tokenActions.ts'

const token = tokenWith({ allowed_networks: [], expires_at: '2026-12-31T00:00:00Z', created: '2026-06-01T00:00:00Z' })
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
