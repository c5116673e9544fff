import { describe, expect, test } from 'vitest'
import { byGroup, wordsFor } from './permissionWords.ts'

describe('wordsFor', () => {
  test.each([
    ['ORDER.LIST', 'List order', 'Order'],
    ['OFFERING.UPDATE_THUMBNAIL', 'Update thumbnail', 'Offering'],
    ['RESOURCE.SET_END_DATE', 'Set end date for resource', 'Customer actions for resources'],
    ['PROJECT.CREATE_PERMISSION', 'Create permission', 'Team members'],
    ['SERVICE_PROVIDER.GET_REVENUE', 'View revenue', 'Provider actions'],
    ['SERVICE_PROVIDER.SET_OFFERINGS_USERNAME', 'Manage offerings username', 'Provider actions'],
    ['LEXIS_LINK.CREATE', 'Create lexis link', 'Lexis link'],
    ['STAFF.ACCESS', 'Access staff', 'Staff'],
    ['something odd', 'something odd', 'Other'],
    ['A.B.C', 'A.B.C', 'Other'],
    ['', '', 'Other'],
  ])('%s', (value, label, group) => {
    expect(wordsFor(value)).toEqual({ label, group })
  })
})

test('groups are sorted, and every permission is in one', () => {
  expect(byGroup(['PROJECT.LIST', 'ORDER.LIST', 'ORDER.CREATE'], wordsFor)).toEqual([
    ['Order', ['ORDER.LIST', 'ORDER.CREATE']],
    ['Project', ['PROJECT.LIST']],
  ])
})
