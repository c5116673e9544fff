import { expect, test } from 'vitest'
import de from '../../ui/languages/de.json'
import { KNOWN_PERMISSIONS, permissionPhrase } from './permissionPhrases.ts'

test('the catalogues have exactly the permissions with an English phrase', () => {
  const values = Object.keys(de).filter((key) => /^[A-Z_]+\.[A-Z_]+$/.test(key))
  expect(values.length).toBeGreaterThan(147)
  expect(KNOWN_PERMISSIONS.toSorted()).toEqual(values)
})

test('an unknown permission is shown by its value', () => {
  expect(permissionPhrase('MOON.LIST')).toBe('use MOON.LIST')
})
