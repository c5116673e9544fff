import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Token } from '../schema.ts'
import { tokenWith } from '../tokenCases.ts'
import type { HeldRole, Holder } from './access.ts'
import { hasEffect } from './access.ts'
import { effectOf } from './effect.ts'
import { roleOn, staff, user } from './holderCases.ts'

const role = (uuid: string, change: Partial<HeldRole> = {}) =>
  roleOn(uuid, { permissions: new Set(['PROJECT.UPDATE']), above: ['org'], ...change })
const token = (scopes: string[], ...uuids: (string | null)[]) =>
  tokenWith({
    scopes,
    allowed_scopes: uuids.map((uuid) => ({ type: uuid === 'org' ? 'customer' : 'project', uuid, name: uuid })),
  })

describe('the permissions of a token without effect', () => {
  it('are those that work in none of its places', () => {
    const scopes = ['PROJECT.UPDATE', 'CUSTOMER.UPDATE']
    expect(effectOf(token(scopes, 'alpha'), user(role('alpha'))).withoutEffect).toEqual(['CUSTOMER.UPDATE'])
    expect(effectOf(token(scopes, 'org'), user(role('alpha'))).withoutEffect).toEqual(['CUSTOMER.UPDATE'])
    expect(effectOf(token(scopes, 'beta'), user(role('alpha'))).withoutEffect).toEqual(scopes)
    expect(effectOf(token(scopes, 'beta', 'alpha'), user(role('alpha'))).withoutEffect).toEqual(['CUSTOMER.UPDATE'])
    expect(effectOf(token(scopes), user(role('alpha'))).withoutEffect).toEqual(['CUSTOMER.UPDATE'])
  })

  it('are neither those that follow the role nor unknown ones', () => {
    expect(effectOf(token(['PROJECT.LIST'], 'beta'), user()).withoutEffect).toEqual([])
    expect(
      effectOf(token(['PROJECT.UPDATE'], 'alpha'), user(role('alpha', { permissions: null }))).withoutEffect,
    ).toEqual([])
  })

  it('are only unknown ones for staff, and include STAFF.ACCESS for others', () => {
    const known: Holder = { ...staff, vocabulary: new Set(['PROJECT.UPDATE', 'STAFF.ACCESS']) }
    expect(effectOf(token(['PROJECT.UPDATE', 'MOON.LIST', 'STAFF.ACCESS']), known).withoutEffect).toEqual(['MOON.LIST'])
    expect(effectOf(token(['STAFF.ACCESS']), user()).withoutEffect).toEqual(['STAFF.ACCESS'])
  })

  it('match the rule, although only roles near a place are checked', () => {
    const uuids = ['org', 'alpha', 'beta', 'vm']
    const held = fc.array(
      fc.record({
        uuid: fc.constantFrom(...uuids),
        type: fc.constantFrom('customer', 'project', 'resource'),
        above: fc.subarray(uuids),
        knowsAll: fc.boolean(),
        permissions: fc.option(fc.subarray(['PROJECT.UPDATE', 'CUSTOMER.UPDATE', 'MOON.LIST']), { freq: 4 }),
      }),
      { maxLength: 4 },
    )
    fc.assert(
      fc.property(held, fc.subarray(['org', 'alpha', null]), (roles, places) => {
        const holder = user(
          ...roles.map(({ permissions, ...rest }) =>
            role('', { ...rest, permissions: permissions && new Set(permissions) }),
          ),
        )
        const scopes = ['PROJECT.UPDATE', 'CUSTOMER.UPDATE', 'MOON.LIST']
        const tried = token(scopes, ...places)
        const bound = tried.allowed_scopes.map(({ type, uuid }) => ({ type, uuid, above: [], knowsAll: true }))
        const withoutEffect = scopes.filter((scope) => !hasEffect(scope, bound.length === 0 ? null : bound, holder))
        expect(effectOf(tried, holder).withoutEffect).toEqual(withoutEffect)
      }),
    )
  })
})

describe('when a token can do less', () => {
  const ends = (tried: Token, ...roles: HeldRole[]) => effectOf(tried, user(...roles)).ends.map(({ at }) => at)
  const one = ['PROJECT.UPDATE']

  it('is when the roles end, for all places of an unlimited token', () => {
    expect(ends(token(one), role('alpha', { endsAt: 7 }))).toEqual([7])
    expect(ends(token(one), role('alpha'))).toEqual([])
  })

  it('depends on roles on the place and inside it, not above it', () => {
    const onIt = role('alpha', { endsAt: 7 })
    expect(ends(token(one, 'alpha', null), onIt)).toEqual([7])
    expect(ends(token(one, 'org'), onIt)).toEqual([7])
    expect(ends(token(one, 'alpha'), onIt, role('org', { type: 'customer', above: [] }))).toEqual([7])
  })

  it('has one date per place, the earliest first', () => {
    expect(ends(token(one, 'alpha', 'beta'), role('alpha', { endsAt: 9 }), role('beta', { endsAt: 7 }))).toEqual([7, 9])
  })
})

describe('whether a token is unlimited', () => {
  it('is true for staff without places, with a permission that tokens are checked for', () => {
    expect(effectOf(token(['PROJECT.UPDATE']), staff).isBoundless).toBe(true)
    expect(effectOf(token(['PROJECT.UPDATE'], 'alpha'), staff).isBoundless).toBe(false)
    expect(effectOf(token(['PROJECT.LIST', 'STAFF.ACCESS']), staff).isBoundless).toBe(false)
    expect(effectOf(token(['PROJECT.UPDATE']), user(role('alpha'))).isBoundless).toBe(false)
  })
})
