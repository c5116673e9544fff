import { expect, test } from 'vitest'
import de from '../../ui/languages/de.json'
import { KNOWN_PERMISSIONS, permissionPhrase } from './permissionPhrases.ts'

test('those that the catalogues know are those that have a phrase in English', () => {
  const values = Object.keys(de).filter((key) => /^[A-Z_]+\.[A-Z_]+$/.test(key))
  expect(values.length).toBeGreaterThan(147)
  expect(KNOWN_PERMISSIONS.toSorted()).toEqual(values)
})

test('one that this page has no words for stays as it is spelled', () => {
  expect(permissionPhrase('MOON.LIST')).toBe('use MOON.LIST')
})
