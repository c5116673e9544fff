import fc from 'fast-check'
import { afterEach, describe, expect, test } from 'vitest'
import { asName, setCatalog, unmarked } from '../../ui/i18n.tsx'
import de from '../../ui/languages/de.json'
import et from '../../ui/languages/et.json'
import { KNOWN_PERMISSIONS } from '../permissions/permissionPhrases.ts'
import { abilityText, canDoText } from './canDo.ts'

afterEach(() => setCatalog('en', {}))

describe('canDoText', () => {
  test.each([
    ['one object', ['ORDER.CREATE', 'ORDER.CANCEL'], 'Orders: create, cancel'],
    ['two objects', ['ORDER.CANCEL', 'PROJECT.UPDATE'], 'Orders: cancel · Projects: update'],
    ['an object that comes back', ['CALL.CREATE', 'ROUND.ADD', 'CALL.CLOSE'], 'Calls: create, close · Rounds: add'],
    ['nothing that follows the role', ['RESOURCE.LIST', 'RESOURCE.LIST_USERS'], 'Resources: list users'],
    ['only what follows the role', ['PROJECT.LIST', 'ORDER.LIST'], 'Read only'],
    ['staff-only views beside others', ['STAFF.ACCESS', 'PROJECT.UPDATE'], 'Projects: update'],
    ['staff-only views alone', ['STAFF.ACCESS', 'PROJECT.LIST'], 'Use staff-only views'],
    [
      'whole items, as many as fit',
      ['RESOURCE.SET_USAGE', 'RESOURCE.SET_STATE', 'RESOURCE.SET_END_DATE'],
      'Resources: set usage, set state',
    ],
    [
      'the first item however long',
      ['SERVICE_PROVIDER.GET_ROBOT_ACCOUNT_CUSTOMERS', 'ORDER.CANCEL'],
      'Service providers: view robot account customers',
    ],
    ['words that people know', ['CUSTOMER.CREATE_PERMISSION', 'OFFERING.UNPAUSE'], 'Organizations: grant roles'],
    ['an odd value', ['odd \u202evalue', 'ORDER.CANCEL'], 'odd ⟨U+202E⟩value · Orders: cancel'],
  ])('%s', (_what, scopes, text) => {
    expect(unmarked(canDoText(scopes))).toBe(text)
  })

  test('marks a value that it can’t put into words', () => {
    expect(canDoText(['odd value', 'ORDER.CANCEL'])).toBe(`${asName('odd value')} · Orders: cancel`)
    expect(abilityText('odd value')).toBe('odd value')
  })

  test('in other languages an object is said once, too', () => {
    setCatalog('de', de)
    expect(canDoText(['ORDER.CREATE', 'ORDER.CANCEL'])).toBe('Bestellungen erstellen, stornieren')
    setCatalog('et', et)
    expect(canDoText(['ORDER.CREATE', 'ORDER.CANCEL'])).toBe('Tellimuste loomine, tühistamine')
  })

  test('is never empty, and never longer than a row if its first item is not', () => {
    fc.assert(
      fc.property(fc.subarray([...KNOWN_PERMISSIONS], { minLength: 1 }), (scopes) => {
        const text = canDoText(scopes)
        expect(text).not.toBe('')
        expect(text.length).toBeLessThanOrEqual(Math.max(34, ...scopes.map((scope) => canDoText([scope]).length)))
      }),
    )
  })
})

test('every known permission has an object and an action', () => {
  for (const scope of KNOWN_PERMISSIONS) expect(abilityText(scope)).toMatch(/^[A-Z].*s: [a-z]/)
})
