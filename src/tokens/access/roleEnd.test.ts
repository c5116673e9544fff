import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { HeldRole, Holder, Place } from './access.ts'
import { hasEffect } from './access.ts'
import { roleOn, user } from './holderCases.ts'
import { roleEnd as roleEndAfter } from './roleEnd.ts'

const NEVER = Number.POSITIVE_INFINITY

const roleEnd = (scopes: string[], places: Place[] | null, holder: Holder, nowMs = 0) =>
  roleEndAfter(scopes, places, holder, nowMs)

const role = (uuid: string, endsAt: number, permissions = ['A.EDIT'], above: string[] = []) =>
  roleOn(uuid, { permissions: new Set(permissions), above, endsAt })
const place = (uuid: string): Place => ({ type: 'project', uuid, above: [], knowsAll: true })

describe('roleEnd', () => {
  it('is the end of the role that grants the permission', () => {
    const found = roleEnd(['A.EDIT'], [place('alpha')], user(role('alpha', 7)))
    expect(found).toMatchObject({ at: 7, scopes: ['A.EDIT'], roles: [{ name: 'alpha' }] })
  })

  it('is null if a role without an end grants it too, or if no role does', () => {
    expect(roleEnd(['A.EDIT'], [place('alpha')], user(role('alpha', 7), role('alpha', NEVER)))).toBeNull()
    expect(roleEnd(['A.EDIT'], [place('beta')], user(role('alpha', 7)))).toBeNull()
    expect(roleEnd([], null, user(role('alpha', 7)))).toBeNull()
  })

  it('is the later of two roles in one place, and the earlier of two places', () => {
    const roles = [role('alpha', 7), role('alpha', 9), role('beta', 8)]
    expect(roleEnd(['A.EDIT'], [place('alpha')], user(...roles))?.at).toBe(9)
    expect(roleEnd(['A.EDIT'], [place('alpha'), place('beta')], user(...roles))?.at).toBe(8)
    expect(roleEnd(['A.EDIT'], null, user(...roles))?.at).toBe(9)
  })

  it('is the next end if a role past its end still counts', () => {
    const roles = [role('alpha', 7), role('beta', 9)]
    expect(roleEnd(['A.EDIT'], [place('alpha'), place('beta')], user(...roles), 7)?.at).toBe(9)
    expect(roleEnd(['A.EDIT'], [place('alpha')], user(...roles), 7)).toBeNull()
  })

  it('is null if a role with unknown permissions or an unknown place may go on', () => {
    const unread: HeldRole = { ...role('alpha', NEVER), permissions: null }
    expect(roleEnd(['A.EDIT'], [place('alpha')], user(role('alpha', 7), unread))).toBeNull()
    expect(roleEnd(['A.EDIT'], [place('alpha')], user(role('alpha', 7), { ...unread, endsAt: 6 }))?.at).toBe(7)
    expect(roleEnd(['A.EDIT'], [place('alpha')], user(role('alpha', 7), { ...unread, uuid: 'beta' }))?.at).toBe(7)
    const hidden: HeldRole = { ...role('vm', NEVER), type: 'resource', knowsAll: false }
    expect(roleEnd(['A.EDIT'], [place('alpha')], user(role('alpha', 7), hidden))).toBeNull()
  })

  it('is null if a role inside the place goes on', () => {
    const inner = role('vm', NEVER, ['A.EDIT'], ['alpha'])
    expect(roleEnd(['A.EDIT'], [place('alpha')], user(role('alpha', 7), inner))).toBeNull()
  })

  it('names what stops, not what goes on', () => {
    const roles = [role('alpha', 7, ['A.EDIT', 'B.EDIT']), role('alpha', NEVER, ['B.EDIT'])]
    expect(roleEnd(['A.EDIT', 'B.EDIT'], [place('alpha')], user(...roles))?.scopes).toEqual(['A.EDIT'])
  })

  it('changes nothing before it, and something once the roles have ended', () => {
    const ends = fc.oneof(fc.integer({ min: 1, max: 9 }), fc.constant(NEVER))
    const some = fc.array(
      fc.record({ uuid: fc.constantFrom('a', 'b', 'c'), endsAt: ends, scopes: fc.subarray(['A.EDIT', 'B.EDIT']) }),
    )
    const places = fc.option(fc.uniqueArray(fc.constantFrom('a', 'b', 'c'), { minLength: 1 }))
    fc.assert(
      fc.property(some, places, (held, bound) => {
        const roles = held.map(({ uuid, endsAt, scopes }) => role(uuid, endsAt, scopes))
        const scopes = ['A.EDIT', 'B.EDIT']
        const columns = bound?.map(place) ?? null
        const found = roleEnd(scopes, columns, user(...roles))
        const works = (at: number) => {
          const left = user(...roles.filter(({ endsAt }) => endsAt > at))
          return (columns ?? [null]).flatMap((one) => scopes.map((scope) => hasEffect(scope, one && [one], left)))
        }
        expect(works((found?.at ?? 10) - 1)).toEqual(works(0))
        if (found) expect(works(found.at)).not.toEqual(works(0))
      }),
    )
  })
})
