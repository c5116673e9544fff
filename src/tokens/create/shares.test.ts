import { describe, expect, it } from 'vitest'
import type { HeldRole, Holder, NamedPlace } from '../access/access.ts'
import { atOnce, sharesOf } from './shares.ts'

const place = (name: string): NamedPlace => ({ type: 'customer', uuid: name, name, above: [], knowsAll: true })
const role = (uuid: string, ...permissions: string[]): HeldRole => ({
  type: 'customer',
  uuid,
  name: uuid,
  above: [],
  knowsAll: true,
  permissions: new Set(permissions),
  endsAt: Number.POSITIVE_INFINITY,
  isOff: false,
})

const scopes = ['PROJECT.LIST', 'ORDER.CANCEL', 'PROJECT.UPDATE']
const places = ['all', 'some', 'none'].map(place)
const holder: Holder = {
  isStaff: false,
  isSupport: false,
  roles: [role('all', ...scopes), role('some', 'ORDER.CANCEL')],
}

describe('shares', () => {
  it('counts what works in each place, without what follows the role, the worst place first', () => {
    expect(sharesOf('place', scopes, places, holder)).toEqual([
      { key: 'none', count: 0, total: 2 },
      { key: 'some', count: 1, total: 2 },
      { key: 'all', count: 2, total: 2 },
    ])
  })

  it('counts the places of each permission, and puts what cannot be counted last', () => {
    expect(sharesOf('permission', scopes, places, holder)).toEqual([
      { key: 'PROJECT.UPDATE', count: 1, total: 3 },
      { key: 'ORDER.CANCEL', count: 2, total: 3 },
      { key: 'PROJECT.LIST', count: 0, total: 0 },
    ])
  })

  it('folds those that are whole, and shows three at most', () => {
    const shares = (...counts: number[]) => counts.map((count, index) => ({ key: `${index}`, count, total: 2 }))
    expect(atOnce(shares(0, 1, 2, 2))).toBe(2)
    expect(atOnce(shares(0, 0, 1, 1, 2))).toBe(3)
    expect(atOnce(shares(2, 2, 2, 2))).toBe(3)
    expect(atOnce(shares(2, 2))).toBe(2)
  })
})
