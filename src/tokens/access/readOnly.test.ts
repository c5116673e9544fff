import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Place } from './access.ts'
import { forecast } from './forecast.ts'
import { roleOn, user } from './holderCases.ts'
import { onlyReads, READING, readOnlyScopes } from './readOnly.ts'

const project = (uuid: string, ...above: string[]): Place => ({ type: 'project', uuid, above, knowsAll: true })

const role = (uuid: string, permissions: readonly string[] | null) =>
  roleOn(uuid, { permissions: permissions && new Set(permissions) })

describe('readOnlyScopes', () => {
  it('uses the first reading permission held, without a place', () => {
    expect(readOnlyScopes(null, user(), ['ORDER.LIST', 'PROJECT.LIST', 'ORDER.CREATE'])).toEqual(['PROJECT.LIST'])
    expect(readOnlyScopes(null, null, ['CALL.LIST', 'ORDER.LIST'])).toEqual(['ORDER.LIST'])
    expect(readOnlyScopes([], user(), READING)).toEqual(['PROJECT.LIST'])
  })

  it('uses the default if none is held: Waldur does not require holding it', () => {
    expect(readOnlyScopes(null, user(), ['PROPOSAL.LIST'])).toEqual(['PROJECT.LIST'])
  })

  it('does not count a permission whose check is unknown as reading', () => {
    for (const scope of ['CUSTOMER.VIEW_ACCOUNTING', 'PROJECT.VIEW_TEAM', 'OFFERING.LIST', 'MOON.LIST']) {
      expect(onlyReads(['PROJECT.LIST', scope])).toBe(false)
    }
  })

  it('uses one that all places accept', () => {
    const held = user(role('alpha', ['PROJECT.LIST', 'ORDER.LIST']), role('beta', ['ORDER.LIST']))
    expect(readOnlyScopes([project('alpha')], held, READING)).toEqual(['PROJECT.LIST'])
    expect(readOnlyScopes([project('alpha'), project('beta')], held, READING)).toEqual(['ORDER.LIST'])
    expect(readOnlyScopes([project('inner', 'beta')], held, READING)).toEqual(['ORDER.LIST'])
  })

  it('adds another only for places that reject the first', () => {
    const held = user(role('alpha', ['PROJECT.LIST']), role('beta', ['RESOURCE.LIST', 'CALL.LIST']))
    expect(readOnlyScopes([project('alpha'), project('beta')], held, READING)).toEqual([
      'PROJECT.LIST',
      'RESOURCE.LIST',
    ])
  })

  it('is as small as possible, in any order', () => {
    const held = user(
      role('alpha', ['PROJECT.LIST']),
      role('beta', ['RESOURCE.LIST', 'ORDER.LIST']),
      role('gamma', ['ORDER.LIST']),
    )
    const places = ['alpha', 'beta', 'gamma'].map((uuid) => project(uuid))
    expect(readOnlyScopes(places, held, READING)).toEqual(['PROJECT.LIST', 'ORDER.LIST'])
  })

  it('uses the default for staff, who hold nothing', () => {
    const staff = { ...user(), isStaff: true }
    expect(readOnlyScopes([project('alpha')], staff, READING)).toEqual(['PROJECT.LIST'])
  })

  it('only reads, and is rejected nowhere where another choice would not be', () => {
    const uuid = fc.constantFrom('alpha', 'beta', 'gamma')
    const scopes = fc.uniqueArray(fc.constantFrom<string[]>(...READING, 'ORDER.CANCEL'))
    const roles = fc.array(fc.record({ uuid, scopes: fc.option(scopes) }), { maxLength: 5 })
    const places = fc.array(fc.record({ uuid, above: fc.uniqueArray(uuid, { maxLength: 2 }) }), { maxLength: 4 })
    fc.assert(
      fc.property(roles, places, scopes, (held, spots, available) => {
        const who = user(...held.map((one) => role(one.uuid, one.scopes)))
        const where = spots.map((spot) => project(spot.uuid, ...spot.above))
        const chosen = readOnlyScopes(where, who, available)
        expect(onlyReads(chosen)).toBe(true)
        const usable = READING.filter((scope) => available.includes(scope))
        const accepts = (set: readonly string[], place: Place) => forecast(set, place, who).kind === 'accepted'
        for (const place of where) if (accepts(usable, place)) expect(accepts(chosen, place)).toBe(true)
        for (const scope of usable) if (where.every((place) => accepts([scope], place))) expect(chosen).toHaveLength(1)
      }),
    )
  })
})
