import { describe, expect, test } from 'vitest'
import { wordsFor } from '../src/tokens/permissions/permissionWords.ts'
import { catalogues } from '../src/ui/languages/catalogues.ts'
import { permissionGroups, permissions } from './permissions.ts'
import { roleDefinitions } from './roles.ts'

/** From 8.1.4, which the sandbox can't imitate (waldur-api, section 6.1). */
const newest = [
  ...['CUSTOMER.VIEW_ACCOUNTING', 'CUSTOMER.VIEW_REPORTING', 'OFFERING.LIST'],
  ...['OFFERING.UPDATE_ENDPOINT', 'RESOURCE.MANAGE_CONSUMER_API_KEY'],
]

/** Roles also have permissions that tokens can no longer get. */
const values = [...new Set<string>([...permissions, ...newest, ...roleDefinitions.flatMap((role) => role.permissions)])]

const groups = new Set([
  ...permissionGroups().map(({ label }) => label.replaceAll('_', ' ')),
  // An older Waldur doesn't send these.
  ...values.map((value) => wordsFor(value).group),
])
const known = [...values, ...[...groups].map((group) => `group: ${group}`)]

describe.each(catalogues)('%s', (_language, catalogue) => {
  test('translates every permission and every permission group', () => {
    expect(known.filter((key) => !catalogue[key])).toEqual([])
  })

  test('translates no permission that Waldur does not have', () => {
    const said = Object.keys(catalogue).filter((key) => /^(group: |[A-Z_]+\.[A-Z_]+$)/.test(key))
    expect(said.toSorted()).toEqual(known.toSorted())
  })

  test('translates permissions of one group differently', () => {
    const words = values.map((value) => `${wordsFor(value).group}: ${catalogue[value]}`)
    expect(words.filter((word, index) => words.indexOf(word) !== index)).toEqual([])
  })
})
