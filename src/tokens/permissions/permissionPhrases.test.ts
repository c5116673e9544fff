import { afterEach, describe, expect, test } from 'vitest'
import { setCatalog } from '../../ui/i18n.tsx'
import { catalogs } from '../../ui/languages/catalogs.ts'
import de from '../../ui/languages/de.json'
import et from '../../ui/languages/et.json'
import { clauseOf, KNOWN_PERMISSIONS, permissionLabel, phraseWithin } from './permissionPhrases.ts'

afterEach(() => setCatalog('en', {}))

describe.each([['en', {}], ...catalogs] as const)('%s', (language, catalog) => {
  test('has words for each permission that fit in a sentence, and a label of its own', () => {
    setCatalog(language, catalog)
    expect(KNOWN_PERMISSIONS.length).toBeGreaterThan(147)
    expect(KNOWN_PERMISSIONS.filter((value) => !clauseOf(value))).toEqual([])
    const labels = KNOWN_PERMISSIONS.map(permissionLabel)
    expect(new Set(labels).size).toBe(KNOWN_PERMISSIONS.length)
    expect(labels.filter((label) => !/^\p{Lu}[^[\]]+$/u.test(label ?? ''))).toEqual([])
  })
})

test('the verb stands before its object, or after it', () => {
  expect(clauseOf('ORDER.LIST')).toEqual({ before: 'list ', object: 'orders', after: '' })
  setCatalog('de', de)
  expect(clauseOf('ORDER.LIST')).toEqual({ before: '', object: 'Bestellungen', after: ' auflisten' })
})

test('labels have the words of the sentence, or words of their own where labels are nouns', () => {
  expect(permissionLabel('ORDER.APPROVE_PRIVATE')).toBe('Approve private orders')
  expect(permissionLabel('MOON.LIST')).toBeUndefined()
  setCatalog('de', de)
  expect(permissionLabel('ORDER.APPROVE_PRIVATE')).toBe('Private Bestellungen genehmigen')
  setCatalog('et', et)
  expect(permissionLabel('ORDER.APPROVE_PRIVATE')).toBe('Privaatsete tellimuste kinnitamine')
})

test('beside the name of its group a phrase does not repeat it', () => {
  expect(phraseWithin('ORDER.CANCEL', 'Orders')).toBe('cancel')
  expect(phraseWithin('RESOURCE.SET_LIMITS', 'Resources')).toBe('change limits')
  expect(phraseWithin('PROJECT.CREATE_PERMISSION', 'People and roles')).toBe('grant project roles')
  expect(phraseWithin('MOON.LIST', 'Moon')).toBe('MOON.LIST')
  setCatalog('de', de)
  expect(phraseWithin('ORDER.CANCEL', 'Bestellungen')).toBe('stornieren')
  setCatalog('et', et)
  expect(phraseWithin('ORDER.CANCEL', 'Tellimused')).toBe('tühistada')
  expect(phraseWithin('RESOURCE.SET_LIMITS', 'Ressursid')).toBe('muuta limiite')
})
