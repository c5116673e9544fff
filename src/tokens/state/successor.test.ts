import { describe, expect, it } from 'vitest'
import type { Token } from '../schema.ts'
import { tokenWith } from '../tokenCases.ts'
import { replacedTokens, successorOf } from './successor.ts'

const now = Date.parse('2026-11-24T12:00:00Z')
const project = (uuid: string | null) => ({ type: 'project', uuid, name: null })

const old = tokenWith({ uuid: 'old', scopes: ['PROJECT.LIST'], expires_at: '2026-12-01T00:00:00Z' })
const next: Token = { ...old, uuid: 'next', created: '2026-11-01T00:00:00Z', expires_at: '2027-01-01T00:00:00Z' }

const found = (change: Partial<Token>, of: Partial<Token> = {}) =>
  successorOf({ ...old, ...of }, [old, { ...next, ...change }], now)?.uuid

describe('successorOf', () => {
  it('is a newer token that can do the same for longer, or more', () => {
    expect(found({})).toBe('next')
    expect(found({ scopes: ['ORDER.LIST', 'PROJECT.LIST'] })).toBe('next')
  })

  it('is the newest of several', () => {
    const newest = { ...next, uuid: 'newest', created: '2026-11-02T00:00:00Z' }
    expect(successorOf(old, [next, newest], now)?.uuid).toBe('newest')
  })

  it.each<[string, Partial<Token>]>([
    ['another name', { name: 'cd' }],
    ['fewer permissions', { scopes: [] }],
    ['other entities', { allowed_scopes: [project('a')] }],
    ['no later end', { expires_at: old.expires_at }],
    ['no later start', { created: old.created }],
    ['an end in the past', { expires_at: '2026-11-24T11:00:00Z' }],
    ['been revoked', { is_active: false }],
  ])('never has %s', (_what, change) => {
    expect(found(change)).toBeUndefined()
  })

  it('compares entities in any order, deleted ones left out, and never takes bound for unbound', () => {
    const bound = { allowed_scopes: [project('a'), project('b')] }
    expect(found({ allowed_scopes: [project('b'), project(null), project('a')] }, bound)).toBe('next')
    expect(found({}, { allowed_scopes: [project(null)] })).toBeUndefined()
  })
})

describe('replacedTokens', () => {
  const used = { ...next, last_used_at: '2026-11-20T00:00:00Z' }
  const names = (...tokens: Token[]) => replacedTokens(tokens, now).map(({ token }) => token.uuid)

  it('names the token no longer used, and when the newer one was used', () => {
    expect(replacedTokens([old, used], now)).toEqual([{ token: old, usedAt: Date.parse('2026-11-20T00:00:00Z') }])
    expect(names({ ...old, last_used_at: '2026-10-31T00:00:00Z' }, used)).toEqual(['old'])
  })

  it('waits until the newer one is used and the old one is not', () => {
    expect(names(old, next)).toEqual([])
    expect(names({ ...old, last_used_at: '2026-11-02T00:00:00Z' }, used)).toEqual([])
  })

  it('accepts a narrower replacement too, whenever it ends, but nothing else', () => {
    const both = { ...old, scopes: ['PROJECT.LIST', 'ORDER.LIST'] }
    expect(names(both, used)).toEqual(['old'])
    expect(names(old, { ...used, expires_at: '2026-11-30T00:00:00Z' })).toEqual(['old'])
    expect(names(both, { ...used, scopes: ['RESOURCE.LIST', 'ORDER.LIST'] })).toEqual([])
    expect(names(both, { ...used, allowed_scopes: [project('a')] })).toEqual([])
  })

  it('ignores ended tokens and single ones', () => {
    expect(names({ ...old, is_active: false }, used)).toEqual([])
    expect(names(old, { ...used, name: 'cd' })).toEqual([])
  })
})
