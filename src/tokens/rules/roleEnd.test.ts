import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Token } from '../schema.ts'
import type { HeldRole, Holder, Place } from './access.ts'
import { hasEffect } from './access.ts'
import { roleEnd, tokenRoleEnd } from './roleEnd.ts'

const NEVER = Number.POSITIVE_INFINITY

const role = (uuid: string, endsAt: number, permissions = ['A.LIST'], above: string[] = []): HeldRole => ({
  permissions: new Set(permissions),
  type: 'project',
  uuid,
  name: uuid,
  above,
  endsAt,
})
const holderOf = (...roles: HeldRole[]): Holder => ({ isStaff: false, isSupport: false, roles })
const place = (uuid: string): Place => ({ type: 'project', uuid, above: [], knowsAll: true })

describe('roleEnd', () => {
  it('is the end of the role that carries the permission', () => {
    const found = roleEnd(['A.LIST'], [place('alpha')], holderOf(role('alpha', 7)))
    expect(found).toMatchObject({ at: 7, scopes: ['A.LIST'], roles: [{ name: 'alpha' }] })
  })

  it('is none where a role that never ends carries it too, and where nothing is held', () => {
    expect(roleEnd(['A.LIST'], [place('alpha')], holderOf(role('alpha', 7), role('alpha', NEVER)))).toBeNull()
    expect(roleEnd(['A.LIST'], [place('beta')], holderOf(role('alpha', 7)))).toBeNull()
    expect(roleEnd([], null, holderOf(role('alpha', 7)))).toBeNull()
  })

  it('is the later of two roles in one place, and the earlier of two places', () => {
    const roles = [role('alpha', 7), role('alpha', 9), role('beta', 8)]
    expect(roleEnd(['A.LIST'], [place('alpha')], holderOf(...roles))?.at).toBe(9)
    expect(roleEnd(['A.LIST'], [place('alpha'), place('beta')], holderOf(...roles))?.at).toBe(8)
    expect(roleEnd(['A.LIST'], null, holderOf(...roles))?.at).toBe(9)
  })

  it('names what stops, not what goes on', () => {
    const roles = [role('alpha', 7, ['A.LIST', 'B.LIST']), role('alpha', NEVER, ['B.LIST'])]
    expect(roleEnd(['A.LIST', 'B.LIST'], [place('alpha')], holderOf(...roles))?.scopes).toEqual(['A.LIST'])
  })

  it('leaves everything as it is before, and takes something away with the roles that ended by then', () => {
    const ends = fc.oneof(fc.integer({ min: 1, max: 9 }), fc.constant(NEVER))
    const some = fc.array(
      fc.record({ uuid: fc.constantFrom('a', 'b', 'c'), endsAt: ends, scopes: fc.subarray(['A.LIST', 'B.LIST']) }),
    )
    const places = fc.option(fc.uniqueArray(fc.constantFrom('a', 'b', 'c'), { minLength: 1 }))
    fc.assert(
      fc.property(some, places, (held, bound) => {
        const roles = held.map(({ uuid, endsAt, scopes }) => role(uuid, endsAt, scopes))
        const scopes = ['A.LIST', 'B.LIST']
        const columns = bound?.map(place) ?? null
        const found = roleEnd(scopes, columns, holderOf(...roles))
        const works = (at: number) => {
          const left = holderOf(...roles.filter(({ endsAt }) => endsAt > at))
          return (columns ?? [null]).flatMap((one) =>
            scopes.map((scope) => hasEffect(scope, scopes, one && [one], left)),
          )
        }
        expect(works((found?.at ?? 10) - 1)).toEqual(works(0))
        if (found) expect(works(found.at)).not.toEqual(works(0))
      }),
    )
  })
})

describe('tokenRoleEnd', () => {
  const token = (...uuids: (string | null)[]) =>
    ({ scopes: ['A.LIST'], allowed_scopes: uuids.map((uuid) => ({ type: 'project', uuid, name: uuid })) }) as Token

  it('is that of the roles, wherever an unbound token reaches', () => {
    expect(tokenRoleEnd(token(), holderOf(role('alpha', 7)))?.at).toBe(7)
    expect(tokenRoleEnd(token(), holderOf(role('alpha', NEVER)))).toBeNull()
  })

  it('looks at a role on the entity, and at those above it', () => {
    const onIt = role('alpha', 7, ['A.LIST'], ['org'])
    expect(tokenRoleEnd(token('alpha', null), holderOf(onIt))?.at).toBe(7)
    expect(tokenRoleEnd(token('alpha'), holderOf(onIt, role('org', NEVER)))).toBeNull()
  })

  it('claims nothing of a token that is bound to something of which it is not known where it lies', () => {
    expect(tokenRoleEnd(token('alpha', 'beta'), holderOf(role('alpha', 7)))).toBeNull()
    const inAlpha = { type: 'resource', uuid: 'beta', above: ['alpha'], knowsAll: true }
    expect(tokenRoleEnd(token('beta'), holderOf(role('alpha', 7)), [inAlpha])?.at).toBe(7)
    expect(tokenRoleEnd(token('beta'), holderOf(role('alpha', 7)), [{ ...inAlpha, knowsAll: false }])).toBeNull()
  })
})
