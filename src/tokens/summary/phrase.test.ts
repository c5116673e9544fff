import fc from 'fast-check'
import { afterEach, describe, expect, test } from 'vitest'
import { setCatalog, unmarked } from '../../ui/i18n.tsx'
import { catalogs } from '../../ui/languages/catalogs.ts'
import de from '../../ui/languages/de.json'
import et from '../../ui/languages/et.json'
import { clauseOf, KNOWN_PERMISSIONS } from '../permissions/permissionPhrases.ts'
import { permissionsPhrase as markedPhrase } from './phrase.ts'

const permissionsPhrase = (...args: Parameters<typeof markedPhrase>) => unmarked(markedPhrase(...args))

afterEach(() => setCatalog('en', {}))

const four = ['PROJECT.LIST', 'ORDER.LIST', 'RESOURCE.LIST', 'ORDER.CREATE']
const sixteen = [...four, ...KNOWN_PERMISSIONS.filter((value) => !four.includes(value)).slice(0, 12)]

describe('permissionsPhrase', () => {
  test.each([
    ['none', [], ''],
    ['one', ['ORDER.CANCEL'], 'cancel orders'],
    ['several verbs, one object', ['ORDER.LIST', 'ORDER.CREATE', 'ORDER.CANCEL'], 'list, create and cancel orders'],
    ['one verb, several objects', four.slice(0, 3), 'list projects, orders and resources'],
    ['both', four, 'list projects, orders and resources, and create orders,'],
    ['two of each', ['ORDER.CANCEL', 'PROJECT.UPDATE'], 'cancel orders, and update projects,'],
    [
      'verbs by their object',
      ['ORDER.CREATE', 'ORDER.CANCEL', 'RESOURCE.UPDATE', 'RESOURCE.TERMINATE'],
      'create and cancel orders, and update and terminate resources,',
    ],
    [
      'list and view first',
      ['ORDER.CANCEL', 'PROJECT.VIEW_TEAM', 'RESOURCE.LIST_USERS'],
      'view project teams, list resource users, and cancel orders,',
    ],
    [
      'five',
      [...four, 'CALL.UPDATE'],
      'list projects, orders and resources, create orders, and use 1 more permission,',
    ],
    ['sixteen', sixteen, 'list projects, orders and resources, create orders, and use 12 more permissions,'],
    ['duplicates', ['ORDER.LIST', 'ORDER.LIST', 'ORDER.CREATE'], 'list and create orders'],
    ['an unknown one alone', ['MOON.LIST'], 'use MOON.LIST'],
    ['only unknown ones', ['MOON.LIST', 'odd \u202evalue'], 'use MOON.LIST and odd ⟨U+202E⟩value'],
    ['an unknown one among others', ['MOON.LIST', 'ORDER.LIST'], 'list orders, and use 1 more permission,'],
    [
      'a verb of two words',
      ['CALL.APPROVE_AND_REJECT_PROPOSALS', 'PROPOSAL.UPDATE'],
      'approve and reject proposals, and update proposals,',
    ],
    ['views', ['ORDER.CANCEL', 'STAFF.ACCESS'], 'cancel orders, and use staff-only views,'],
  ])('%s', (_what, scopes, phrase) => {
    expect(permissionsPhrase(scopes, { goesOn: true })).toBe(phrase)
    expect(permissionsPhrase(scopes)).toBe(phrase.replace(/,$/, ''))
  })

  test('a negative sentence has “or” instead of “and”', () => {
    const not = (...scopes: string[]) => permissionsPhrase(scopes, { isNegative: true, goesOn: true })
    expect(not('PROJECT.UPDATE', 'ORDER.CANCEL', 'RESOURCE.SET_LIMITS')).toBe(
      'update projects, cancel orders or change resource limits',
    )
    expect(not('ORDER.LIST', 'ORDER.CANCEL')).toBe('list or cancel orders')
    expect(not(...four)).toBe('list projects, orders or resources, or create orders,')
  })

  test('German has the verb at the end, and no comma before “sowie”', () => {
    setCatalog('de', de)
    expect(permissionsPhrase(['ORDER.LIST', 'ORDER.CREATE'], { goesOn: true })).toBe(
      'Bestellungen auflisten und erstellen',
    )
    expect(permissionsPhrase(sixteen, { goesOn: true })).toBe(
      'Projekte, Bestellungen und Ressourcen auflisten, Bestellungen erstellen sowie 12 weitere Berechtigungen nutzen',
    )
    expect(permissionsPhrase(four, { isNegative: true })).toBe(
      'Projekte, Bestellungen oder Ressourcen auflisten oder Bestellungen erstellen',
    )
  })

  test('Estonian has infinitives with a partitive', () => {
    setCatalog('et', et)
    expect(permissionsPhrase(['ORDER.LIST', 'ORDER.CREATE'], { goesOn: true })).toBe('vaadata ja luua tellimusi')
    expect(permissionsPhrase(sixteen, { goesOn: true })).toBe(
      'vaadata projekte, tellimusi ja ressursse, luua tellimusi ning kasutada veel 12 õigust',
    )
    expect(permissionsPhrase(four, { isNegative: true })).toBe(
      'vaadata projekte, tellimusi ega ressursse ega luua tellimusi',
    )
  })

  test('a language without words for one of them lists labels after a colon', () => {
    setCatalog('nl', {
      'use these permissions: {{permissions}}': 'deze rechten gebruiken: {{permissions}}',
      'ORDER.LIST': '[bestellingen] bekijken',
      'ORDER.CREATE': 'Bestellingen maken',
    })
    expect(permissionsPhrase(['ORDER.LIST'])).toBe('bestellingen bekijken')
    expect(permissionsPhrase(['ORDER.LIST', 'ORDER.CREATE'])).toBe(
      'deze rechten gebruiken: Bestellingen bekijken en Bestellingen maken',
    )
    expect(permissionsPhrase(['ORDER.CREATE', 'PROJECT.LIST', 'MOON.LIST'], { goesOn: true })).toBe(
      'deze rechten gebruiken: Bestellingen maken, List projects en MOON.LIST,',
    )
  })
})

test.each([['en', {}], ...catalogs] as const)('in %s each permission is named or counted', (language, catalog) => {
  setCatalog(language, catalog)
  const some = fc.subarray([...KNOWN_PERMISSIONS, 'MOON.LIST', 'MOON.UPDATE'], { minLength: 1 })
  const few = fc.subarray(['MOON.LIST', ...four, ...KNOWN_PERMISSIONS.slice(0, 3)], { minLength: 1 })
  fc.assert(
    fc.property(fc.oneof(few, some), (scopes) => {
      const phrase = permissionsPhrase([...scopes, ...scopes])
      const known = scopes.filter((scope) => clauseOf(scope))
      const named = (known.length > 0 ? known : scopes).slice(0, 4)
      for (const scope of named) {
        const { before, object, after } = clauseOf(scope) ?? { before: scope, object: '', after: '' }
        expect(phrase).toContain(object)
        expect(phrase).toContain((before + after).trim())
      }
      expect(Number(/\d+/.exec(phrase)?.[0] ?? 0)).toBe(scopes.length - named.length)
    }),
  )
})
