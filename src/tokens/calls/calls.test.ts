import { describe, expect, test } from 'vitest'
import type { Holder, Place } from '../access/access.ts'
import { roleOn, staff, user } from '../access/holderCases.ts'
import type { Call, CallTable } from './calls.ts'
import { openedBy } from './calls.ts'

const role = (type: string, uuid: string, permissions: string[], above: string[] = []) =>
  roleOn(uuid, { type, above, permissions: new Set(permissions) })

const table: CallTable = new Map(
  Object.entries({
    'ORDER.APPROVE': [
      'POST /api/marketplace-orders/{uuid}/approve_by_consumer/ project,customer',
      'POST /api/marketplace-orders/{uuid}/approve_by_provider/ customer,service_provider',
    ],
    'ORDER.CANCEL': ['POST /api/marketplace-orders/{uuid}/cancel/ project,customer'],
    'PROJECT.DELETE': ['PATCH /api/projects/{uuid}/ customer 2024 end_date', 'DELETE /api/projects/{uuid}/ customer'],
  }),
)

const alpha: Place = { type: 'customer', uuid: 'alpha', above: [], knowsAll: true }
const genomics: Place = { type: 'project', uuid: 'genomics', above: ['alpha'], knowsAll: true }

const lines = (calls: readonly Call[]) => calls.map(({ method, path }) => `${method} ${path}`)
const callsFor = (permission: string, places: Place[] | null, holder: Holder | null) => {
  const opened = openedBy(permission, table, places, holder)
  return opened?.kind === 'calls' ? lines(opened.calls) : opened
}

describe('the calls that a permission opens', () => {
  const byConsumer = 'POST /api/marketplace-orders/{uuid}/approve_by_consumer/'
  const byProvider = 'POST /api/marketplace-orders/{uuid}/approve_by_provider/'

  test('are those that check it where the role is held', () => {
    const owner = user(role('customer', 'alpha', ['ORDER.APPROVE']))
    expect(callsFor('ORDER.APPROVE', null, owner)).toEqual([byConsumer, byProvider])
    expect(callsFor('ORDER.APPROVE', [alpha], owner)).toEqual([byConsumer, byProvider])
    const manager = user(role('project', 'genomics', ['ORDER.APPROVE'], ['alpha']))
    expect(callsFor('ORDER.APPROVE', null, manager)).toEqual([byConsumer])
    expect(callsFor('ORDER.APPROVE', [genomics], manager)).toEqual([byConsumer])
  })

  test('are none if it has no effect', () => {
    const owner = user(role('customer', 'alpha', ['ORDER.APPROVE']))
    expect(callsFor('ORDER.APPROVE', [genomics], owner)).toBeNull()
    expect(callsFor('ORDER.CANCEL', null, owner)).toBeNull()
    expect(callsFor('STAFF.ACCESS', null, owner)).toBeNull()
  })

  test('are those of one place if the other has none', () => {
    const manager = user(role('project', 'genomics', ['ORDER.APPROVE'], ['alpha']))
    const other: Place = { type: 'project', uuid: 'robotics', above: ['alpha'], knowsAll: true }
    expect(callsFor('ORDER.APPROVE', [other, genomics], manager)).toEqual([byConsumer])
  })

  test('are those that reach the place, for staff', () => {
    expect(callsFor('ORDER.APPROVE', null, staff)).toEqual([byConsumer, byProvider])
    expect(callsFor('ORDER.APPROVE', [genomics], staff)).toEqual([byConsumer])
  })

  test('are all of them while the roles are unknown', () => {
    expect(callsFor('ORDER.APPROVE', [genomics], null)).toEqual([byConsumer, byProvider])
  })
})

test('a permission without calls says why', () => {
  const owner = user(role('customer', 'alpha', ['ORDER.CREATE']))
  expect(openedBy('ORDER.CREATE', table, null, owner)).toEqual({ kind: 'unknown' })
  expect(openedBy('PROJECT.LIST', table, null, owner)).toEqual({ kind: 'follows' })
  expect(openedBy('STAFF.ACCESS', table, null, staff)).toEqual({ kind: 'views' })
  expect(openedBy('CONSTRUCTOR.constructor', table, null, null)).toEqual({ kind: 'unknown' })
})

test('a call names its source, and the field that requires the permission', () => {
  const opened = openedBy('PROJECT.DELETE', table, null, staff)
  expect(opened).toEqual({
    kind: 'calls',
    calls: [
      { method: 'PATCH', path: '/api/projects/{uuid}/', on: ['customer'], isOld: true, field: 'end_date' },
      { method: 'DELETE', path: '/api/projects/{uuid}/', on: ['customer'], isOld: false, field: null },
    ],
  })
})
