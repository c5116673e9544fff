import { afterEach, describe, expect, test } from 'vitest'
import { setCatalog } from '../../ui/i18n.tsx'
import { catalogs } from '../../ui/languages/catalogs.ts'
import de from '../../ui/languages/de.json'
import { byGroup, translatedWords, wordsFor } from './permissionWords.ts'
import { plainWords } from './plainWords.ts'

afterEach(() => setCatalog('en', {}))

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

describe('a permission of a future Waldur', () => {
  const values = [
    'FOO_BAR.DO_THING',
    'FOO_BAR.LIST',
    'OFFERING.VIEW_MOONS',
    'MOON.GET_PHASE',
    'odd value',
    '$t(Revoke)',
  ]
  const words = ['Do thing for foo bar', 'List foo bar', 'View moons', 'View phase for moon', 'odd value', '$t(Revoke)']

  test.each([['en', {}], ...catalogs] as const)('is readable in %s', (language, catalog) => {
    setCatalog(language, catalog)
    expect(values.map((value) => plainWords(value).label)).toEqual(words)
  })

  test('is in the group of its domain, in the page’s language where it has a word for that', () => {
    setCatalog('de', de)
    expect(values.map((value) => plainWords(value).group)).toEqual([
      ...['Foo bar', 'Foo bar', de['group: Offerings'], 'Moon', de['group: Other'], de['group: Other']],
    ])
  })
})

test('a domain that Waldur shows as a group belongs to one of ours', () => {
  setCatalog('de', de)
  const words = (group: string) => translatedWords('MATRIX_ROOM.CREATE', { label: 'Create matrix room', group })
  expect(words('Matrix_room')).toEqual({ label: 'Matrix-Räume erstellen', group: de['group: Other'] })
  expect(words('Moon_base').group).toBe('Moon base')
})

test('groups are sorted, and every permission is in one', () => {
  expect(byGroup(['PROJECT.LIST', 'ORDER.LIST', 'ORDER.CREATE'], wordsFor)).toEqual([
    ['Order', ['ORDER.LIST', 'ORDER.CREATE']],
    ['Project', ['PROJECT.LIST']],
  ])
})
