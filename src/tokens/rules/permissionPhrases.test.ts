import { expect, test } from 'vitest'
import de from '../../ui/languages/de.json'
import { permissionPhrase } from './permissionPhrases.ts'

test('every permission that the catalogues know has a phrase in English', () => {
  const values = Object.keys(de).filter((key) => /^[A-Z_]+\.[A-Z_]+$/.test(key))
  expect(values.length).toBeGreaterThan(100)
  expect(values.filter((value) => permissionPhrase(value) === `use ${value}`)).toEqual([])
})

test('one that this page has no words for stays as it is spelled', () => {
  expect(permissionPhrase('MOON.LIST')).toBe('use MOON.LIST')
})
