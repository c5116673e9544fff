import { afterEach, describe, expect, test } from 'vitest'
import { setCatalogue } from '../../ui/i18n.tsx'
import de from '../../ui/languages/de.json'
import et from '../../ui/languages/et.json'
import { LINED, permissionLine } from './permissionLines.ts'
import { KNOWN_PERMISSIONS } from './permissionPhrases.ts'

afterEach(() => setCatalogue('en', {}))

test('only permissions of Waldur have a line', () => {
  expect(LINED.length).toBeGreaterThan(50)
  expect(LINED.filter((value) => !KNOWN_PERMISSIONS.includes(value))).toEqual([])
  expect(permissionLine('ORDER.CREATE')).toBe('Order resources')
  expect(permissionLine('MOON.LIST')).toBeNull()
})

describe.each(Object.entries({ de, et }))('%s', (language, catalogue: Record<string, string>) => {
  test('has the same lines, each its own', () => {
    const keys = Object.keys(catalogue).filter((key) => key.startsWith('does: '))
    expect(keys.map((key) => key.slice('does: '.length))).toEqual(LINED.toSorted())
    setCatalogue(language, catalogue)
    expect(new Set(LINED.map(permissionLine)).size).toBe(LINED.length)
  })
})
