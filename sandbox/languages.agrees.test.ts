import { afterEach, describe, expect, test } from 'vitest'
import { permissionGroup, permissionLabel } from '../src/tokens/permissions/permissionPhrases.ts'
import { translatedWords, wordsFor } from '../src/tokens/permissions/permissionWords.ts'
import { setCatalog } from '../src/ui/i18n.tsx'
import { catalogs } from '../src/ui/languages/catalogs.ts'
import { permissionGroups, permissions } from './permissions.ts'
import { roleDefinitions } from './roles.ts'

/** From 8.1.4, which the sandbox can't imitate (waldur-api, section 6.1). */
const newest = [
  ...['CUSTOMER.VIEW_ACCOUNTING', 'CUSTOMER.VIEW_REPORTING', 'OFFERING.LIST'],
  ...['OFFERING.UPDATE_ENDPOINT', 'RESOURCE.MANAGE_CONSUMER_API_KEY'],
]

/** Roles also have permissions that tokens can no longer get. */
const values = [...new Set<string>([...permissions, ...newest, ...roleDefinitions.flatMap((role) => role.permissions)])]

/** Waldur's groups, by the page's names for them, and those of the permissions that the page knows. */
const groups = new Set([
  ...permissionGroups().map(({ label }) => label),
  // An older Waldur doesn't send these.
  ...values.map((value) => wordsFor(value).group),
])
const names = new Set([
  ...[...groups].map((group) => translatedWords('MOON.LIST', { label: '', group }).group),
  ...values.map((value) => permissionGroup(value) ?? ''),
])
const known = [...values, ...[...names].map((name) => `group: ${name}`)]

afterEach(() => setCatalog('en', {}))

describe.each(catalogs)('%s', (language, catalog) => {
  test('translates every permission and every permission group', () => {
    expect(known.filter((key) => !catalog[key])).toEqual([])
  })

  test('translates no permission that Waldur does not have', () => {
    const said = Object.keys(catalog).filter((key) => /^(group: |[A-Z_]+\.[A-Z_]+$)/.test(key))
    expect(said.toSorted()).toEqual(known.toSorted())
    const labels = Object.keys(catalog).flatMap((key) => /^label: (.*)/.exec(key)?.[1] ?? [])
    expect(labels.filter((value) => !values.includes(value))).toEqual([])
  })

  test('translates each permission differently', () => {
    setCatalog(language, catalog)
    expect(new Set(values.map(permissionLabel)).size).toBe(values.length)
  })
})
