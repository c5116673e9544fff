import { afterEach, describe, expect, test } from 'vitest'
import { setCatalogue } from '../../ui/i18n.tsx'
import { catalogues } from '../../ui/languages/catalogues.ts'
import { LINED, permissionLine } from './permissionLines.ts'
import { KNOWN_PERMISSIONS } from './permissionPhrases.ts'

afterEach(() => setCatalogue('en', {}))

test('only permissions of Waldur have a line', () => {
  expect(LINED.length).toBeGreaterThan(50)
  expect(LINED.filter((value) => !KNOWN_PERMISSIONS.includes(value))).toEqual([])
  expect(permissionLine('ORDER.CREATE')).toBe('Order resources')
  expect(permissionLine('MOON.LIST')).toBeNull()
})

describe.each(catalogues)('%s', (language, catalogue) => {
  test('has the same lines, each its own', () => {
    const keys = Object.keys(catalogue).filter((key) => key.startsWith('does: '))
    expect(keys.map((key) => key.slice('does: '.length))).toEqual(LINED.toSorted())
    setCatalogue(language, catalogue)
    expect(new Set(LINED.map(permissionLine)).size).toBe(LINED.length)
  })
})
