import { describe, expect, test } from 'vitest'
import { wordsFor } from '../src/tokens/permissions/permissionWords.ts'
import de from '../src/ui/languages/de.json'
import et from '../src/ui/languages/et.json'
import { permissionGroups, permissions } from './permissions.ts'
import { roleDefinitions } from './roles.ts'

/** Of 8.1.4, which the sandbox does not speak (waldur-api, section 6.1). */
const newest = [
  ...['CUSTOMER.VIEW_ACCOUNTING', 'CUSTOMER.VIEW_REPORTING', 'OFFERING.LIST'],
  ...['OFFERING.UPDATE_ENDPOINT', 'RESOURCE.MANAGE_CONSUMER_API_KEY'],
]

/** Roles also hold some that no token can be given any more. */
const values = [...new Set<string>([...permissions, ...newest, ...roleDefinitions.flatMap((role) => role.permissions)])]

const groups = new Set([
  ...permissionGroups().map(({ label }) => label.replaceAll('_', ' ')),
  // Of an older Waldur, which does not say them.
  ...values.map((value) => wordsFor(value).group),
])
const known = [...values, ...[...groups].map((group) => `group: ${group}`)]

describe.each(Object.entries({ de, et }))('%s', (_language, catalogue: Record<string, string>) => {
  test('has words for every permission and every group of them', () => {
    expect(known.filter((key) => !catalogue[key])).toEqual([])
  })

  test('has none for what Waldur does not know', () => {
    const said = Object.keys(catalogue).filter((key) => /^(group: |[A-Z_]+\.[A-Z_]+$)/.test(key))
    expect(said.toSorted()).toEqual(known.toSorted())
  })

  test('tells two permissions of a group apart', () => {
    const words = values.map((value) => `${wordsFor(value).group}: ${catalogue[value]}`)
    expect(words.filter((word, index) => words.indexOf(word) !== index)).toEqual([])
  })
})
