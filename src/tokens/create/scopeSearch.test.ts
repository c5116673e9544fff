import { describe, expect, it } from 'vitest'
import { KNOWN_PERMISSIONS, ourWords } from '../permissions/permissionPhrases.ts'
import { plainWords } from '../permissions/plainWords.ts'
import { arrangeScopes, countScopes, findScopes, firstGroups, firstScopes, onlyScopes } from './scopeSearch.ts'

const WORDS = new Map([
  ['ORDER.LIST', { label: 'List order', group: 'Order' }],
  ['ORDER.CREATE', { label: 'Create order', group: 'Order' }],
  ['PROJECT.LIST', { label: 'Näita projekti', group: 'Project' }],
  ['OFFERING.CREATE', { label: 'Create offering', group: 'Offering' }],
])
const words = (value: string) => WORDS.get(value) ?? { label: value, group: value.includes('.') ? value : 'Other' }

const find = (search: string, values = [...WORDS.keys()]) =>
  findScopes(arrangeScopes(values, words), search).map(({ name, rows }) => [name, ...rows.map((row) => row.value)])

describe('findScopes', () => {
  it('groups everything without a search, rows sorted by words', () =>
    expect(find('')).toEqual([
      ['Order', 'ORDER.CREATE', 'ORDER.LIST'],
      ['Project', 'PROJECT.LIST'],
      ['Offering', 'OFFERING.CREATE'],
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
  const first = firstScopes(groups, 3)
  expect(first.map(({ name, rows }) => [name, ...rows.map(({ value }) => value)])).toEqual([
    ['Order', 'ORDER.CREATE', 'ORDER.LIST'],
    ['Project', 'PROJECT.LIST'],
  ])
  expect(first[0]).toBe(groups[0])
  expect(countScopes(first)).toBe(3)
  expect(firstScopes(groups, 99)).toEqual(groups)
})

const names = (groups: readonly { name: string }[]) => groups.map(({ name }) => name)
const USUAL = ['Orders', 'Projects', 'Resources', 'People and roles', 'Organizations']

const pageWords = (value: string) => ourWords(value, plainWords(value))

it('begins with what most users need, among what the user can give', () => {
  const all = arrangeScopes(KNOWN_PERMISSIONS, pageWords)
  expect(names(all).slice(0, 7)).toEqual([...USUAL, 'Offerings', 'Service providers'])
  expect(names(firstGroups(all, new Set()))).toEqual(USUAL)
  expect(names(firstGroups(all, new Set(['CALL.CREATE'])))).toEqual([...USUAL, 'Calls and proposals'])
  // With one order permission of eight, orders come last.
  const mine = KNOWN_PERMISSIONS.filter((value) => /^OFFERING|^SERVICE_PROVIDER|^ORDER.APPROVE$/.test(value))
  expect(names(arrangeScopes(mine, pageWords)).at(0)).toBe('Offerings')
  expect(names(arrangeScopes(mine, pageWords)).at(-1)).toBe('Orders')
})

it('lists only some, and keeps whole groups', () => {
  const groups = arrangeScopes([...WORDS.keys()], words)
  const kept = onlyScopes(groups, new Set(['ORDER.LIST', 'PROJECT.LIST']))
  expect(kept.map(({ name, rows }) => [name, ...rows.map(({ value }) => value)])).toEqual([
    ['Order', 'ORDER.LIST'],
    ['Project', 'PROJECT.LIST'],
  ])
  expect(kept[1]).toBe(groups[1])
})
