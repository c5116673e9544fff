import { expect, it } from 'vitest'
import { warningOf } from './warning.ts'

const RANKS = {
  user: { is_staff: false, is_support: false },
  support: { is_staff: false, is_support: true },
  staff: { is_staff: true, is_support: false },
}

it.each([
  [['PROJECT.UPDATE'], false, 'user', null],
  [['PROJECT.UPDATE'], false, 'staff', 'staff'],
  [['PROJECT.UPDATE'], true, 'staff', null],
  [['PROJECT.LIST', 'ORDER.LIST'], false, 'staff', null],
  [[], false, 'staff', null],
  [['STAFF.ACCESS'], false, 'staff', 'staff views'],
  [['STAFF.ACCESS', 'PROJECT.UPDATE'], false, 'staff', 'staff views'],
  [['STAFF.ACCESS'], true, 'staff', 'staff views'],
  [['STAFF.ACCESS', 'SUPPORT.ACCESS'], false, 'support', null],
  [['STAFF.ACCESS'], false, 'user', null],
  [['SUPPORT.ACCESS'], false, 'user', null],
  [['SUPPORT.ACCESS'], false, 'support', 'support views'],
  [['SUPPORT.ACCESS'], false, 'staff', 'support views'],
  [['SUPPORT.ACCESS', 'PROJECT.UPDATE'], false, 'support', 'support views'],
  [['SUPPORT.ACCESS', 'PROJECT.UPDATE'], false, 'staff', 'staff'],
] as const)('%j, limited: %s, %s: %s', (scopes, isLimited, rank, warning) => {
  expect(warningOf(scopes, isLimited, RANKS[rank])).toBe(warning)
})
