import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Effect } from '../access/effect.ts'
import type { Token } from '../schema.ts'
import { tokenWith } from '../tokenCases.ts'
import { healthIssues } from './health.ts'

const DAY = 86_400_000
const now = Date.parse('2026-11-24T12:00:00Z')
const at = (days: number) => new Date(now + days * DAY).toISOString()
const alive = { type: 'project', uuid: 'a'.repeat(32), name: 'Alpha' }
const deleted = { type: 'project', uuid: null, name: null }

const healthy = tokenWith({
  scopes: ['ORDER.LIST', 'ORDER.CREATE'],
  expires_at: at(60),
  last_used_at: at(-1),
  created: at(-30),
})
/** Every permission has an effect and no role expires, unless given. */
const effect = (change: Partial<Effect> = {}): Effect => ({
  withoutEffect: [],
  ends: [],
  isBoundless: false,
  ...change,
})
const kinds = (change: Partial<Token>, known: Effect | null = effect()) =>
  healthIssues({ ...healthy, ...change }, known, now).map(({ kind }) => kind)

describe('healthIssues', () => {
  it('finds nothing wrong with a token in use', () => {
    expect(kinds({})).toEqual([])
  })

  it.each<[string, Partial<Token>]>([
    ['never used', { last_used_at: null }],
    ['never used', { last_used_at: null, created: at(-14) }],
    ['unused', { last_used_at: at(-90) }],
    ['ends soon', { expires_at: at(13) }],
    ['dead bindings', { allowed_scopes: [alive, deleted] }],
    ['dead', { allowed_scopes: [deleted] }],
  ])('says %s', (kind, change) => {
    expect(kinds(change)).toEqual([kind])
  })

  it('waits until there was time to use it, or it has not been used for long', () => {
    expect(kinds({ last_used_at: null, created: at(-13.9) })).toEqual([])
    expect(kinds({ last_used_at: at(-89.9) })).toEqual([])
  })

  it('calls a token dead if none of its permissions has an effect, otherwise names those without one', () => {
    expect(kinds({}, effect({ withoutEffect: healthy.scopes }))).toEqual(['dead'])
    expect(kinds({}, effect({ withoutEffect: ['ORDER.CREATE'] }))).toEqual(['dead permissions'])
    const scopes = ['ORDER.CREATE', 'STAFF.ACCESS', 'PROJECT.UPDATE']
    expect(
      healthIssues({ ...healthy, scopes }, effect({ withoutEffect: ['PROJECT.UPDATE', 'STAFF.ACCESS'] }), now),
    ).toEqual([
      { kind: 'dead permissions', scopes: ['PROJECT.UPDATE'] },
      { kind: 'staff only', scopes: ['STAFF.ACCESS'] },
    ])
  })

  it('guesses nothing about permissions while the user’s roles are unknown', () => {
    expect(kinds({ scopes: ['STAFF.ACCESS'] }, null)).toEqual(['global'])
    expect(kinds({}, null)).toEqual([])
  })

  it('names global permissions with an effect, and broad ones without a place', () => {
    expect(kinds({ scopes: ['STAFF.ACCESS'] })).toEqual(['global'])
    const scopes = Array.from({ length: 21 }, (_, index) => `ORDER.A${index}`)
    expect(kinds({ scopes })).toEqual(['broad'])
    expect(kinds({ scopes, allowed_scopes: [alive] })).toEqual([])
    expect(kinds({ scopes }, effect({ isBoundless: true }))).toEqual(['boundless'])
  })

  it('names the role that ends first, unless it has ended or ends after the token', () => {
    const end = (days: number) => ({ at: now + days * DAY, roles: [], scopes: ['ORDER.LIST'] })
    const found = (...days: number[]) => healthIssues(healthy, effect({ ends: days.map(end) }), now)
    expect(found(58, 59)).toEqual([{ kind: 'outlives role', end: end(58) }])
    expect(found(61)).toEqual([])
    expect(found(-1, 59)).toEqual([{ kind: 'outlives role', end: end(59) }])
  })

  it('reports nothing for an ended token, and at most one issue about its use', () => {
    const change = fc.record({
      expires_at: fc.integer({ min: -30, max: 60 }).map(at),
      is_active: fc.boolean(),
      last_used_at: fc.option(fc.integer({ min: -200, max: 0 }).map(at)),
      allowed_scopes: fc.array(fc.constantFrom(alive, deleted)),
      scopes: fc.array(fc.constantFrom('ORDER.LIST', 'X.Y', 'STAFF.ACCESS'), { minLength: 1 }),
    })
    const withoutEffect = fc.subarray(['ORDER.LIST', 'X.Y', 'STAFF.ACCESS'])
    fc.assert(
      fc.property(change, withoutEffect, (token, nothing) => {
        const found = kinds(token, effect({ withoutEffect: token.scopes.filter((scope) => nothing.includes(scope)) }))
        if (!token.is_active || Date.parse(token.expires_at) <= now) expect(found).toEqual([])
        expect(found.includes('never used') && found.includes('unused')).toBe(false)
        expect(new Set(found).size).toBe(found.length)
        if (found.includes('dead')) expect(found).toEqual(['dead'])
      }),
    )
  })
})
