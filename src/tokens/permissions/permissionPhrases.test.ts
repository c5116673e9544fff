import { afterEach, describe, expect, test } from 'vitest'
import { setCatalogue } from '../../ui/i18n.tsx'
import { catalogues } from '../../ui/languages/catalogues.ts'
import de from '../../ui/languages/de.json'
import et from '../../ui/languages/et.json'
import { clauseOf, KNOWN_PERMISSIONS, permissionLabel, phraseWithin } from './permissionPhrases.ts'

afterEach(() => setCatalogue('en', {}))

describe.each([['en', {}], ...catalogues] as const)('%s', (language, catalogue) => {
  test('has words for each permission that fit in a sentence, and a label of its own', () => {
    setCatalogue(language, catalogue)
    expect(KNOWN_PERMISSIONS.length).toBeGreaterThan(147)
    expect(KNOWN_PERMISSIONS.filter((value) => !clauseOf(value))).toEqual([])
    const labels = KNOWN_PERMISSIONS.map(permissionLabel)
    expect(new Set(labels).size).toBe(KNOWN_PERMISSIONS.length)
    expect(labels.filter((label) => !/^\p{Lu}[^[\]]+$/u.test(label ?? ''))).toEqual([])
  })
})

test('the verb stands before its object, or after it', () => {
  expect(clauseOf('ORDER.LIST')).toEqual({ before: 'list ', object: 'orders', after: '' })
  setCatalogue('de', de)
  expect(clauseOf('ORDER.LIST')).toEqual({ before: '', object: 'Bestellungen', after: ' auflisten' })
})

test('labels have the words of the sentence, or words of their own where labels are nouns', () => {
  expect(permissionLabel('ORDER.APPROVE_PRIVATE')).toBe('Approve private orders')
  expect(permissionLabel('MOON.LIST')).toBeUndefined()
  setCatalogue('de', de)
  expect(permissionLabel('ORDER.APPROVE_PRIVATE')).toBe('Private Bestellungen genehmigen')
  setCatalogue('et', et)
  expect(permissionLabel('ORDER.APPROVE_PRIVATE')).toBe('Privaatsete tellimuste kinnitamine')
})

test('beside the name of its group a phrase does not repeat it', () => {
  expect(phraseWithin('ORDER.CANCEL', 'Orders')).toBe('cancel')
  expect(phraseWithin('RESOURCE.SET_LIMITS', 'Resources')).toBe('change limits')
  expect(phraseWithin('PROJECT.CREATE_PERMISSION', 'People and roles')).toBe('grant project roles')
  expect(phraseWithin('MOON.LIST', 'Moon')).toBe('MOON.LIST')
  setCatalogue('de', de)
  expect(phraseWithin('ORDER.CANCEL', 'Bestellungen')).toBe('stornieren')
})
