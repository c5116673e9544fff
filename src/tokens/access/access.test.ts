import { describe, expect, it } from 'vitest'
import type { HeldRole, Holder, Place } from './access.ts'
import { accessOf, hasEffect, outermost } from './access.ts'
import { roleOn, staff, user } from './holderCases.ts'

// Small cases for each verdict and its limits. sandbox/oracle.agrees.test.ts checks the whole rule against the recorded
// responses.

// A university with a project that has a resource, and an offering of that project; a provider and a call beside them.
const WORLD: Record<string, { type: string; above: string[] }> = {
  university: { type: 'customer', above: [] },
  genomics: { type: 'project', above: ['university'] },
  machine: { type: 'resource', above: ['offering', 'genomics', 'university'] },
  offering: { type: 'offering', above: ['genomics', 'university'] },
  provider: { type: 'service_provider', above: ['university'] },
  organizer: { type: 'call_organizer', above: ['university'] },
  call: { type: 'call', above: [] },
  proposal: { type: 'proposal', above: [] },
  elsewhere: { type: 'project', above: ['college'] },
}

const place = (name: string, change: Partial<Place> = {}): Place => ({
  type: WORLD[name]?.type ?? 'moon',
  uuid: name,
  above: WORLD[name]?.above ?? [],
  knowsAll: true,
  ...change,
})
const role = (on: string, permissions: string[] | null, change: Partial<HeldRole> = {}) =>
  roleOn(on, { type: 'moon', ...WORLD[on], permissions: permissions && new Set(permissions), ...change })

const verdict = (permission: string, where: string | null, holder: Holder): string =>
  accessOf(permission, where === null ? null : place(where), holder).kind

describe('through a service provider', () => {
  const permissions = ['OFFERING.PAUSE', 'ORDER.APPROVE']
  const onProvider = role('provider', permissions)
  const insider = user(onProvider, role('university', []))

  it('works on what a role on the organization makes visible', () => {
    expect(accessOf('OFFERING.PAUSE', null, insider)).toMatchObject({ kind: 'works', through: [{ uuid: 'provider' }] })
    expect(verdict('OFFERING.PAUSE', 'university', insider)).toBe('inside')
    expect(verdict('ORDER.APPROVE', 'provider', insider)).toBe('works')
  })

  it('is unknown if no role makes the object visible', () => {
    const unseen = { kind: 'unknown', why: 'sight', through: [{ uuid: 'provider' }] }
    for (const where of [null, place('provider'), place('university')]) {
      expect(accessOf('OFFERING.PAUSE', where, user(onProvider))).toMatchObject(unseen)
      expect(accessOf('ORDER.APPROVE', where, user(onProvider))).toMatchObject(unseen)
    }
  })

  it('is unknown in the provider itself: a token limited to it sees no offerings', () => {
    expect(verdict('OFFERING.PAUSE', 'provider', insider)).toBe('unknown')
    expect(accessOf('OFFERING.PAUSE', place('provider'), staff)).toMatchObject({ why: 'sight' })
    expect(verdict('ORDER.APPROVE', 'provider', staff)).toBe('works')
  })
})

describe('where the role is held', () => {
  const owner = user(role('university', ['PROJECT.UPDATE', 'ORDER.CANCEL', 'ORDER.CREATE']))

  it('works on the place itself', () => {
    expect(verdict('PROJECT.UPDATE', 'university', owner)).toBe('works')
    expect(accessOf('PROJECT.UPDATE', place('university'), owner)).toMatchObject({ through: [{ uuid: 'university' }] })
  })

  it('works inside a place, by name', () => {
    const manager = user(role('genomics', ['PROJECT.UPDATE']))
    expect(accessOf('PROJECT.UPDATE', place('university'), manager)).toMatchObject({
      kind: 'inside',
      through: [{ uuid: 'genomics' }],
    })
  })

  it('does not count above the place', () => {
    expect(accessOf('PROJECT.UPDATE', place('genomics'), owner)).toMatchObject({
      kind: 'above',
      through: [{ uuid: 'university' }],
    })
    expect(verdict('PROJECT.UPDATE', 'elsewhere', owner)).toBe('not yours')
  })

  it('counts anywhere for a token without places', () => {
    expect(verdict('PROJECT.UPDATE', null, owner)).toBe('works')
    expect(verdict('CALL.UPDATE', null, owner)).toBe('not yours')
  })

  it('counts on the right type only', () => {
    // Checked on the organization and the project, so a role on the resource is useless, whatever the token is limited
    // to.
    const operator = user(role('machine', ['ORDER.CANCEL']))
    expect(verdict('ORDER.CANCEL', 'genomics', operator)).toBe('not yours')
    expect(verdict('ORDER.CANCEL', null, operator)).toBe('not yours')
  })

  it('distinguishes a role that lists it without effect from one that does not list it', () => {
    const operator = user(role('machine', ['ORDER.CANCEL']))
    const isHeld = (permission: string, where: string | null) =>
      accessOf(permission, where === null ? null : place(where), operator)
    expect(isHeld('ORDER.CANCEL', null)).toEqual({ kind: 'not yours', isHeld: true })
    expect(isHeld('ORDER.CANCEL', 'genomics')).toEqual({ kind: 'not yours', isHeld: true })
    expect(isHeld('ORDER.CANCEL', 'elsewhere')).toEqual({ kind: 'not yours', isHeld: false })
    expect(isHeld('PROJECT.UPDATE', null)).toEqual({ kind: 'not yours', isHeld: false })
  })

  it('counts even if it is turned off or past its end', () => {
    expect(verdict('PROJECT.UPDATE', 'genomics', user(role('genomics', ['PROJECT.UPDATE'], { isOff: true })))).toBe(
      'works',
    )
    expect(verdict('PROJECT.UPDATE', 'genomics', user(role('genomics', ['PROJECT.UPDATE'], { endsAt: 0 })))).toBe(
      'works',
    )
  })
})

describe('which permissions are checked where', () => {
  it('none on a resource', () => {
    const all = ['ORDER.CANCEL', 'RESOURCE.TERMINATE', 'RESOURCE.SET_USAGE']
    for (const permission of all) {
      expect(verdict(permission, 'machine', user(role('machine', all), role('genomics', all)))).toBe('not asked')
      expect(verdict(permission, 'machine', staff)).toBe('not asked')
    }
  })

  it('on a service provider, only those whose requests name it', () => {
    const provider = user(role('provider', ['ORDER.APPROVE', 'SERVICE_PROVIDER.GET_REVENUE']))
    expect(verdict('ORDER.APPROVE', 'provider', provider)).not.toBe('not asked')
    expect(verdict('SERVICE_PROVIDER.GET_REVENUE', 'provider', provider)).toBe('not asked')
  })

  it('none on invisible objects: a project’s offering or proposal', () => {
    const both = user(
      role('offering', ['OFFERING.UPDATE', 'RESOURCE.SET_USAGE']),
      role('proposal', ['PROPOSAL.MANAGE']),
    )
    expect(verdict('OFFERING.UPDATE', 'genomics', both)).toBe('not asked')
    expect(verdict('PROPOSAL.MANAGE', 'genomics', both)).toBe('not asked')
    // For a visible resource its offering is checked, wherever that belongs.
    expect(verdict('RESOURCE.SET_USAGE', 'genomics', both)).toBe('inside')
  })

  it('only the role, if no request is known', () => {
    expect(verdict('ORDER.CREATE', 'machine', user(role('machine', ['ORDER.CREATE'])))).toBe('works')
    expect(verdict('MOON.LIST', 'genomics', user(role('genomics', ['MOON.LIST'])))).toBe('works')
    expect(verdict('MOON.LIST', 'genomics', user(role('university', ['MOON.LIST'])))).toBe('above')
  })

  it('never the token, if the permission follows the role', () => {
    expect(verdict('PROJECT.LIST', 'genomics', user())).toBe('follows')
    expect(verdict('ORDER.APPROVE_PRIVATE', null, staff)).toBe('follows')
  })
})

describe('staff', () => {
  it('need no role and no STAFF.ACCESS', () => {
    expect(accessOf('PROJECT.UPDATE', null, staff)).toEqual({ kind: 'works', through: [] })
    expect(verdict('PROJECT.UPDATE', 'genomics', staff)).toBe('works')
  })

  it('may or may not find an object inside the place', () => {
    expect(accessOf('CALL.CREATE', place('university'), staff)).toEqual({ kind: 'unknown', why: 'inside' })
    expect(accessOf('RESOURCE.SET_USAGE', place('genomics'), staff)).toEqual({ kind: 'unknown', why: 'inside' })
  })

  it('cannot use what this Waldur server does not have', () => {
    const knowing: Holder = { ...staff, vocabulary: new Set(['PROJECT.UPDATE']) }
    expect(verdict('CUSTOMER.CREATE', null, knowing)).toBe('not asked')
    expect(verdict('PROJECT.UPDATE', null, knowing)).toBe('works')
    // Other users have what their roles list, whether Waldur offers it or not.
    expect(verdict('MOON.LIST', null, { ...knowing, isStaff: false, roles: [role('genomics', ['MOON.LIST'])] })).toBe(
      'works',
    )
  })
})

describe('global permissions', () => {
  it('open their views for staff, and the support views for support', () => {
    const support: Holder = { ...user(), isSupport: true }
    expect(['STAFF.ACCESS', 'SUPPORT.ACCESS'].map((one) => verdict(one, null, staff))).toEqual(['works', 'works'])
    expect(['STAFF.ACCESS', 'SUPPORT.ACCESS'].map((one) => verdict(one, null, support))).toEqual([
      'staff only',
      'works',
    ])
    const other = user(role('university', ['STAFF.ACCESS']))
    expect(['STAFF.ACCESS', 'SUPPORT.ACCESS'].map((one) => verdict(one, null, other))).toEqual([
      'staff only',
      'not yours',
    ])
  })

  it('ignore places, even deleted ones', () => {
    expect(verdict('STAFF.ACCESS', 'genomics', staff)).toBe('works')
    expect(accessOf('STAFF.ACCESS', place('genomics', { uuid: null }), staff).kind).toBe('works')
  })

  it('replace no other permission', () => {
    expect(verdict('PROJECT.UPDATE', 'genomics', user(role('genomics', ['STAFF.ACCESS'])))).toBe('not yours')
  })
})

describe('what is unknown', () => {
  it('depends on a role that Waldur does not list, on the place or inside it', () => {
    expect(accessOf('PROJECT.UPDATE', place('genomics'), user(role('genomics', null)))).toEqual({
      kind: 'unknown',
      why: 'role',
    })
    expect(verdict('PROJECT.UPDATE', 'university', user(role('genomics', null)))).toBe('unknown')
    expect(verdict('PROJECT.UPDATE', null, user(role('genomics', null)))).toBe('unknown')
    // Neither above the place nor of a type on which it is checked.
    expect(verdict('PROJECT.UPDATE', 'genomics', user(role('university', null)))).toBe('not yours')
    expect(verdict('PROJECT.UPDATE', 'university', user(role('offering', null)))).toBe('not yours')
  })

  it('depends on where a role is held, if that is unknown', () => {
    const hidden = role('elsewhere', ['PROJECT.UPDATE'], { above: [], knowsAll: false })
    expect(accessOf('PROJECT.UPDATE', place('university'), user(hidden))).toEqual({ kind: 'unknown', why: 'inside' })
    // A project belongs to no other project.
    expect(verdict('PROJECT.UPDATE', 'genomics', user(hidden))).toBe('not yours')
  })

  it('is everything about an unknown type of place', () => {
    expect(verdict('PROJECT.UPDATE', 'crater', staff)).toBe('unknown')
  })

  it('counts as an effect, unlike what surely has none', () => {
    expect(hasEffect('PROJECT.UPDATE', [place('genomics')], user(role('genomics', null)))).toBe(true)
    expect(hasEffect('PROJECT.LIST', [place('genomics')], user())).toBe(true)
    expect(hasEffect('PROJECT.UPDATE', [place('genomics')], user(role('university', ['PROJECT.UPDATE'])))).toBe(false)
    expect(hasEffect('PROJECT.UPDATE', [place('genomics', { uuid: null })], staff)).toBe(false)
  })
})

describe('the order of verdicts', () => {
  const gone = place('genomics', { uuid: null })
  const above = user(role('university', ['ORDER.CANCEL', 'PROJECT.LIST']))

  it.each<[string, string, Place | null, Holder]>([
    ['deleted before follows', 'PROJECT.LIST', gone, above],
    ['follows before not asked', 'RESOURCE.LIST', place('machine'), above],
    ['not asked before the role above', 'ORDER.CANCEL', place('machine'), above],
    [
      'works before what is not known',
      'ORDER.CANCEL',
      place('university'),
      user(...above.roles, role('genomics', null)),
    ],
    [
      'works before works inside',
      'ORDER.CANCEL',
      place('university'),
      user(...above.roles, role('genomics', ['ORDER.CANCEL'])),
    ],
    [
      'works inside before what is not known',
      'ORDER.CANCEL',
      place('university'),
      user(role('genomics', ['ORDER.CANCEL']), role('university', null)),
    ],
    [
      'not known before the role above',
      'ORDER.CANCEL',
      place('genomics'),
      user(...above.roles, role('genomics', null)),
    ],
    ['the role above before not yours', 'ORDER.CANCEL', place('genomics'), above],
  ])('is %s', (order, permission, where, holder) => {
    const first: Record<string, string> = {
      deleted: 'gone',
      follows: 'follows',
      'not asked': 'not asked',
      works: 'works',
      'works inside': 'inside',
      'not known': 'unknown',
      'the role above': 'above',
    }
    expect(accessOf(permission, where, holder).kind).toBe(first[order.split(' before ')[0] ?? ''])
  })
})

describe('outermost', () => {
  it('leaves out places inside another place', () => {
    const all = [place('machine'), place('genomics'), place('university'), place('elsewhere')]
    expect(outermost(all).map(({ uuid }) => uuid)).toEqual(['university', 'elsewhere'])
  })

  it('keeps an offering beside its project, which does not show it, and deleted places', () => {
    const all = [place('offering'), place('genomics'), place('university', { uuid: null })]
    expect(outermost(all)).toEqual(all)
    expect(outermost([place('offering'), place('university')]).map(({ uuid }) => uuid)).toEqual(['university'])
  })
})
