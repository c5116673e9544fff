import { afterEach, expect, test } from 'vitest'
import { setCatalogue } from '../../ui/i18n.tsx'
import de from '../../ui/languages/de.json'
import { KNOWN_PERMISSIONS, permissionPhrase, phraseWithin } from './permissionPhrases.ts'

afterEach(() => setCatalogue('en', {}))

test('the catalogues have exactly the permissions with an English phrase', () => {
  const values = Object.keys(de).filter((key) => /^[A-Z_]+\.[A-Z_]+$/.test(key))
  expect(values.length).toBeGreaterThan(147)
  expect(KNOWN_PERMISSIONS.toSorted()).toEqual(values)
})

test('an unknown permission is shown by its value', () => {
  expect(permissionPhrase('MOON.LIST')).toBe('use MOON.LIST')
})

test('beside the name of its group a phrase does not repeat it', () => {
  expect(phraseWithin('ORDER.CANCEL', 'Orders')).toBe('cancel')
  expect(phraseWithin('RESOURCE.SET_LIMITS', 'Resources')).toBe('change limits')
  expect(phraseWithin('PROJECT.CREATE_PERMISSION', 'People and roles')).toBe('grant project roles')
  expect(phraseWithin('MOON.LIST', 'Moon')).toBe('MOON.LIST')
  setCatalogue('de', de)
  expect(phraseWithin('ORDER.CANCEL', 'Bestellung')).toBe(de['ORDER.CANCEL'])
})
