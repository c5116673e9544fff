import { describe, expect, it } from 'vitest'
import { arrangeScopes, countScopes, findScopes, firstScopes } from './scopeSearch.ts'

const WORDS = new Map([
  ['ORDER.LIST', { label: 'List order', group: 'Order' }],
  ['ORDER.CREATE', { label: 'Create order', group: 'Order' }],
  ['PROJECT.LIST', { label: 'Näita projekti', group: 'Project' }],
  ['OFFERING.CREATE', { label: 'Create offering', group: 'Offering' }],
])
const words = (value: string) => WORDS.get(value) ?? { label: value, group: 'Other' }

const find = (search: string, values = [...WORDS.keys()]) =>
  findScopes(arrangeScopes(values, words), search).map(({ name, rows }) => [name, ...rows.map((row) => row.value)])

describe('findScopes', () => {
  it('groups everything without a search, sorted by words', () =>
    expect(find('')).toEqual([
      ['Offering', 'OFFERING.CREATE'],
      ['Order', 'ORDER.CREATE', 'ORDER.LIST'],
      ['Project', 'PROJECT.LIST'],
    ]))

  it.each([
    ['order list', 'ORDER.LIST'],
    ['ORDER.LI', 'ORDER.LIST'],
    ['  CREATE   order ', 'ORDER.CREATE'],
    ['naita', 'PROJECT.LIST'],
    ['NÄITA project', 'PROJECT.LIST'],
  ])('finds every word of %j, in any order and spelling', (search, value) => {
    expect(find(search).flatMap((group) => group.slice(1))).toEqual([value])
  })

  it.each(['LIST_ORDERS', '"LIST_ORDERS"', 'order_list', "'ORDER.LIST',", 'PermissionEnum.LIST_ORDERS'])(
    'finds the permission that %s is a constant of',
    (search) => expect(find(search)).toEqual([['Order', 'ORDER.LIST']]),
  )

  it.each(['xyz', 'order xyz', '.*', '[x', '%', 'LIST_MOONS'])('finds nothing for %j', (search) =>
    expect(find(search)).toEqual([]),
  )

  it('shows a repeated value once, and an unknown one as it is', () =>
    expect(find('', ['ORDER.LIST', 'constructor', 'ORDER.LIST'])).toEqual([
      ['Order', 'ORDER.LIST'],
      ['Other', 'constructor'],
    ]))
})

it('lists the first few, and keeps whole groups', () => {
  const groups = arrangeScopes([...WORDS.keys()], words)
  const first = firstScopes(groups, 2)
  expect(first.map(({ name, rows }) => [name, ...rows.map(({ value }) => value)])).toEqual([
    ['Offering', 'OFFERING.CREATE'],
    ['Order', 'ORDER.CREATE'],
  ])
  expect(first[0]).toBe(groups[0])
  expect(countScopes(first)).toBe(2)
  expect(firstScopes(groups, 99)).toEqual(groups)
})
