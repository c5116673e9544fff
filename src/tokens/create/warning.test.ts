import { expect, it } from 'vitest'
import { warningOf } from './warning.ts'

it.each([
  [['PROJECT.UPDATE'], false, false, null],
  [['PROJECT.UPDATE'], false, true, 'staff'],
  [['PROJECT.UPDATE'], true, true, null],
  [['PROJECT.LIST', 'ORDER.LIST'], false, true, null],
  [[], false, true, null],
  [['STAFF.ACCESS'], false, true, 'staff views'],
  [['STAFF.ACCESS', 'PROJECT.UPDATE'], false, true, 'staff views'],
  [['STAFF.ACCESS'], true, true, 'staff views'],
  [['SUPPORT.ACCESS'], false, false, 'support views'],
  [['SUPPORT.ACCESS'], false, true, 'support views'],
  [['SUPPORT.ACCESS', 'PROJECT.UPDATE'], false, false, 'support views'],
  [['SUPPORT.ACCESS', 'PROJECT.UPDATE'], false, true, 'staff'],
] as const)('%j, limited: %s, staff: %s: %s', (scopes, isLimited, isStaff, warning) => {
  expect(warningOf(scopes, isLimited, isStaff)).toBe(warning)
})
