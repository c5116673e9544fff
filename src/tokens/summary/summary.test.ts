import fc from 'fast-check'
import { afterEach, describe, expect, it } from 'vitest'
import { setCatalog } from '../../ui/i18n.tsx'
import { staff, user } from '../access/holderCases.ts'
import type { SummaryInput } from './summary.ts'
import { summary } from './summary.ts'
import { alpha, base, genomics, lab, nordlys, owner, place, read, role } from './summaryCases.ts'
import { SENTENCES } from './summaryWords.ts'

afterEach(() => setCatalog('en', {}))

/** The sentences in each tense. */
const all = (input: Partial<SummaryInput>) => (['will', 'can', 'stops'] as const).map((tense) => read(input, tense))

describe('summary', () => {
  it('says what works in the place, and nowhere else', () => {
    expect(all({})).toEqual([
      'sync will be able to cancel orders, and update projects, in Alpha (organization) until 3 March. It won’t be able to use these permissions anywhere else.',
      'sync can cancel orders, and update projects, in Alpha (organization) until 3 March. It can’t use these permissions anywhere else.',
      'sync will no longer be able to cancel orders, and update projects, in Alpha (organization).',
    ])
  })

  it('joins what is alike, and closes it with a comma', () => {
    const scopes = ['ORDER.CREATE', 'ORDER.CANCEL', 'RESOURCE.UPDATE', 'RESOURCE.TERMINATE']
    const place = { scopes, places: [genomics], holder: user(role('project', 'Genomics', scopes, 'Alpha')) }
    expect(all(place)).toEqual([
      'sync will be able to create and cancel orders, and update and terminate resources, in Genomics (project) until 3 March. It won’t be able to use these permissions anywhere else.',
      'sync can create and cancel orders, and update and terminate resources, in Genomics (project) until 3 March. It can’t use these permissions anywhere else.',
      'sync will no longer be able to create and cancel orders, and update and terminate resources, in Genomics (project).',
    ])
  })

  it('lists labels after a colon in a language without words for the permissions', () => {
    const { will, can, stops } = SENTENCES
    setCatalog('nl', {
      [will.limited()]: '[[name]] zal tot [[end]] in [[entities]] [[permissions]].',
      [can.limited()]: '[[name]] kan tot [[end]] in [[entities]] [[permissions]].',
      [stops.limited()]: 'Daarna kan [[name]] in [[entities]] niet meer [[permissions]].',
      'use these permissions: {{permissions}}': 'deze rechten gebruiken: {{permissions}}',
      'ORDER.CANCEL': 'Bestellingen annuleren',
    })
    expect(all({})).toEqual([
      'sync zal tot 3 March in Alpha (organization) deze rechten gebruiken: Bestellingen annuleren en Update projects.',
      'sync kan tot 3 March in Alpha (organization) deze rechten gebruiken: Bestellingen annuleren en Update projects.',
      'Daarna kan sync in Alpha (organization) niet meer deze rechten gebruiken: Bestellingen annuleren en Update projects.',
    ])
  })

  it('leaves out what follows the role, and what works nowhere', () => {
    expect(read({ scopes: ['PROJECT.LIST', 'ORDER.CANCEL', 'CALL.UPDATE'] })).toMatch(
      /^sync can cancel orders in Alpha/,
    )
  })

  it('names places with fewer permissions after those with all', () => {
    const holder = user(...owner.roles, role('project', 'Nordlys', ['ORDER.CANCEL'], 'Tartu'))
    expect(read({ places: [alpha, nordlys], holder })).toBe(
      'sync can cancel orders, and update projects, in Alpha (organization), and only some of that in Nordlys (project), until 3 March. It can’t use these permissions anywhere else.',
    )
  })

  it('names no common place if each has different permissions', () => {
    const holder = user(
      role('customer', 'Alpha', ['PROJECT.UPDATE']),
      role('project', 'Nordlys', ['ORDER.CANCEL'], 'Tartu'),
    )
    expect(read({ places: [alpha, nordlys], holder }, 'will')).toBe(
      'sync will be able to cancel orders, and update projects, in Alpha (organization) and Nordlys (project), and only some of that in each, until 3 March. It won’t be able to use these permissions anywhere else.',
    )
  })

  it('says that a place below the role is read', () => {
    expect(all({ places: [genomics] })).toEqual([
      'sync will be able to read Genomics (project) until 3 March. It won’t be able to cancel orders or update projects there.',
      'sync can read Genomics (project) until 3 March. It can’t cancel orders or update projects there.',
      'sync will no longer be able to read anything.',
    ])
    const holder = user(...owner.roles, role('project', 'Nordlys', ['ORDER.CANCEL'], 'Tartu'))
    expect(read({ places: [genomics, nordlys], scopes: ['ORDER.CANCEL'], holder })).toBe(
      'sync can cancel orders in Nordlys (project) until 3 March. It can’t use these permissions anywhere else. It only reads in Genomics (project).',
    )
  })

  it('leaves out a place inside another one', () => {
    expect(read({ places: [genomics, alpha] })).toMatch(/in Alpha \(organization\) until/)
  })

  it('says that a token whose permissions all follow the role can read', () => {
    const scopes = ['PROJECT.LIST', 'ORDER.LIST']
    expect(all({ scopes, holder: null })).toEqual([
      'sync will be able to read everything you can see in Alpha (organization) until 3 March. It won’t be able to change anything that needs a permission.',
      'sync can read everything you can see in Alpha (organization) until 3 March. It can’t change anything that needs a permission.',
      'sync will no longer be able to read anything.',
    ])
    expect(read({ scopes, places: null })).toBe(
      'sync can read everything you can see until 3 March. It can’t change anything that needs a permission.',
    )
  })

  it('says the same if no permission works', () => {
    expect(read({ holder: user() })).toMatch(/^sync can read everything you can see in Alpha/)
    expect(read({ holder: user(), places: null }, 'will')).toMatch(
      /^sync will be able to read everything you can see until/,
    )
  })

  it('limits a token without places to the user’s own permissions', () => {
    expect(all({ places: null })).toEqual([
      'sync will be able to cancel orders, and update projects, everywhere you have these permissions, until 3 March.',
      'sync can cancel orders, and update projects, everywhere you have these permissions, until 3 March.',
      'sync will no longer be able to cancel orders, and update projects, anywhere.',
    ])
  })

  it('ignores the roles of staff', () => {
    expect(all({ places: null, holder: staff })).toEqual([
      'sync will be able to cancel orders, and update projects, in every organization, project and resource until 3 March.',
      'sync can cancel orders, and update projects, in every organization, project and resource until 3 March.',
      'sync will no longer be able to cancel orders, and update projects, anywhere.',
    ])
    expect(all({ holder: staff })).toEqual([
      'sync will be able to cancel orders, and update projects, in Alpha (organization) until 3 March, whatever your roles there. It won’t be able to use these permissions anywhere else.',
      'sync can cancel orders, and update projects, in Alpha (organization) until 3 March, whatever your roles there. It can’t use these permissions anywhere else.',
      'sync will no longer be able to cancel orders, and update projects, in Alpha (organization).',
    ])
  })

  it('has a sentence for global permissions', () => {
    const alone = { scopes: ['STAFF.ACCESS', 'SUPPORT.ACCESS'], places: null, holder: staff }
    expect(all(alone)).toEqual([
      'sync will have these permissions until 3 March: use staff-only views and support views.',
      'sync has these permissions until 3 March: use staff-only views and support views.',
      'sync will no longer be able to use staff-only views.',
    ])
    expect(read({ ...alone, scopes: ['STAFF.ACCESS'] })).toBe(
      'sync can use staff-only views until 3 March. It has no other permission.',
    )
    expect(read({ ...alone, scopes: ['STAFF.ACCESS', 'ORDER.CANCEL'] })).toBe(
      'sync can cancel orders in every organization, project and resource until 3 March. It can also use staff-only views in all of Waldur.',
    )
    const support = { places: null, holder: { ...owner, isSupport: true } }
    expect(all({ ...support, scopes: ['SUPPORT.ACCESS'] })).toEqual([
      'sync will be able to use support views until 3 March. It has no other permission.',
      'sync can use support views until 3 March. It has no other permission.',
      'sync will no longer be able to use support views.',
    ])
    expect(read({ ...support, scopes: ['SUPPORT.ACCESS', 'ORDER.CANCEL'] })).toMatch(
      / It can also use support views in all of Waldur\.$/,
    )
    expect(read({ ...support, scopes: alone.scopes })).toMatch(/ It can also use support views in all of Waldur\.$/)
    expect(read({ scopes: ['ORDER.CANCEL', 'STAFF.ACCESS'], holder: staff }, 'stops')).toBe(
      'sync will no longer be able to cancel orders in Alpha (organization). sync will no longer be able to use staff-only views.',
    )
    expect(read({ ...alone, holder: owner })).toMatch(/^sync can read everything you can see until/)
    expect(read({ scopes: ['ORDER.CANCEL', 'STAFF.ACCESS'], holder: staff }, 'will')).toBe(
      'sync can’t be created like this. Global permissions can’t be limited to places.',
    )
    expect(read({ ...alone, holder: owner }, 'will')).toBe('sync can’t be created like this.')
    expect(read({ ...support, scopes: ['STAFF.ACCESS', 'SUPPORT.ACCESS'] }, 'will')).toMatch(/can’t be created/)
  })

  it('says that nothing is left if all places are deleted, and leaves out a deleted one', () => {
    expect(read({ places: [lab], networks: 2 })).toBe(
      'sync can’t use any of its permissions. Every place it was limited to was deleted.',
    )
    expect(read({ places: [lab] }, 'stops')).toBe(
      'sync already can’t use any of its permissions. Every place it was limited to was deleted.',
    )
    expect(read({ places: [lab, alpha] })).toMatch(/in Alpha \(organization\) until/)
  })

  it('lists the token’s permissions, not what works, if the roles are unknown', () => {
    expect(all({ holder: null })).toEqual([
      'sync will have these permissions in Alpha (organization) until 3 March: cancel orders, and update projects.',
      'sync has these permissions in Alpha (organization) until 3 March: cancel orders, and update projects.',
      'sync will no longer be able to cancel orders, and update projects, in Alpha (organization).',
    ])
    expect(read({ holder: null, places: null, scopes: ['STAFF.ACCESS', 'ORDER.CANCEL'] })).toBe(
      'sync has these permissions until 3 March: cancel orders, and use staff-only views.',
    )
  })

  it('denies nothing that depends on an unreadable role', () => {
    const unread = role('project', 'Nordlys', null, 'Tartu')
    expect(read({ places: [alpha, nordlys], holder: user(...owner.roles, unread) })).toBe(
      'sync can cancel orders, and update projects, in Alpha (organization) until 3 March.',
    )
    expect(read({ places: [nordlys], holder: user(unread) })).toBe(
      'sync has these permissions in Nordlys (project) until 3 March: cancel orders, and update projects.',
    )
    expect(read({ places: [nordlys], holder: user(unread) }, 'stops')).toMatch(
      /no longer be able to cancel orders, and/,
    )
  })

  it('leaves gaps for what is missing in the form', () => {
    const gaps = (input: Partial<SummaryInput>) => read(input, 'will', '…')
    expect(gaps({ name: ' ', scopes: [], places: null, end: null })).toBe(
      '… will be able to … everywhere you have these permissions, until ….',
    )
    expect(gaps({ scopes: [], places: null, holder: staff })).toBe(
      'sync will be able to … in every organization, project and resource until 3 March.',
    )
    expect(gaps({ scopes: [] })).toBe('sync will be able to … in Alpha (organization) until 3 March.')
    expect(gaps({ places: [] })).toBe('sync will be able to cancel orders, and update projects, in … until 3 March.')
    expect(gaps({ places: [], scopes: ['PROJECT.LIST'] })).toMatch(
      /^sync will be able to read everything you can see in … until 3 March\./,
    )
    expect(read({ scopes: [] })).toBe('sync has no permissions.')
    expect(read({ end: null })).toContain('until the time you choose')
    expect(read({ name: '  ' })).toMatch(/^This token can/)
  })

  it('gives a number instead of a list that is too long', () => {
    const scopes = [
      'ORDER.CANCEL',
      'ORDER.APPROVE',
      'ORDER.REJECT',
      'ORDER.DESTROY',
      'PROJECT.UPDATE',
      'PROJECT.CREATE',
    ]
    const places = ['a', 'b', 'c', 'd', 'e'].map((name) => place('customer', name))
    const many = read({ scopes, places, holder: staff })
    expect(many).toContain('cancel, approve, reject and delete orders, and use 2 more permissions, in a (organization)')
    expect(many).toContain('d (organization) and 1 more until')
  })

  it('shows unknown permissions by their values', () => {
    expect(read({ scopes: ['MOON.LIST'], holder: staff })).toMatch(/^sync can use MOON\.LIST in Alpha/)
  })

  it('says from how many addresses, and never takes an empty list for all', () => {
    expect(read({ networks: 2 })).toMatch(/ It works only from 2 IP addresses or ranges\.$/)
    expect(read({ networks: 1 })).toMatch(/ It works only from 1 IP address or range\.$/)
    expect(read({ networks: 0 })).toMatch(/ It works only from the IP addresses you add\.$/)
    expect(read({ networks: null })).not.toContain('address')
    expect(read({ networks: 2, scopes: [] })).not.toContain('address')
    expect(read({ networks: 2, scopes: [] }, 'will')).toContain('2 IP addresses')
    expect(read({ networks: 2, scopes: ['STAFF.ACCESS'], holder: staff }, 'will')).not.toContain('address')
  })

  it('never lets a name change the sentence', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (name, entity) => {
        const texts = (input: Partial<SummaryInput>) => summary({ ...base, ...input }, 'will').map(({ text }) => text)
        expect(texts({ name, places: [{ ...alpha, name: entity }] })).toEqual(texts({}))
      }),
    )
  })
})
