import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { toWire } from '../../api/wire.ts'
import { unmarked } from '../../ui/i18n.tsx'
import { issuedAs } from '../schema.ts'
import type { Asked, Kept } from './differences.ts'
import { differences, isUntold } from './differences.ts'
import { differenceText } from './differenceText.ts'

const project = { type: 'project', uuid: 'a'.repeat(32) }
const customer = { type: 'customer', uuid: 'b'.repeat(32) }
const asked: Asked = {
  name: 'ci',
  scopes: ['ORDER.LIST', 'PROJECT.LIST'],
  allowed_scopes: [],
  expires_at: '2027-06-01T12:00:00Z',
}
const as = (change: Partial<Kept> = {}): Kept => ({
  ...asked,
  scopes: [...asked.scopes],
  allowed_scopes: [],
  ...change,
})
const issue = { uuid: project.uuid, token: `w_1803902400_${'x'.repeat(43)}` }
const named = (...places: { type: string; uuid: string | null }[]) => places.map((place) => ({ ...place, name: 'x' }))
const texts = (...[wanted, kept]: Parameters<typeof differences>) =>
  differences(wanted, kept).map(differenceText).map(unmarked)

test('nothing differs if everything was returned, in whatever order and spelling', () => {
  expect(differences(asked, as())).toEqual([])
  expect(
    differences({ ...asked, allowed_networks: [] }, as({ name: ' ci ', scopes: ['PROJECT.LIST', 'ORDER.LIST'] })),
  ).toEqual([])
  expect(differences(asked, as({ expires_at: '2027-06-01T15:00:00.000001+03:00' }))).toEqual([])
  const kept = as({ allowed_networks: ['::1/128', '10.0.0.1/32'], allowed_scopes: named(customer, project) })
  const wanted = { ...asked, allowed_networks: ['10.0.0.1', '::1/128'], allowed_scopes: [project, customer] }
  expect(differences(wanted, kept)).toEqual([])
})

test('a token that lasts half an hour and may do nothing is not what was asked for', () => {
  expect(texts(asked, as({ scopes: [], expires_at: '2026-12-01T12:00:00Z' }))).toEqual([
    'These permissions are missing: ORDER.LIST and PROJECT.LIST.',
    expect.stringMatching(/^It expires on .*2026.*, not on .*2027.*\.$/),
  ])
  const endless = issuedAs(asked).parse({ ...issue, ...asked, expires_at: null })
  expect([texts(asked, endless), isUntold(asked, endless)]).toEqual([['It doesn’t expire.'], false])
  const silent = issuedAs(asked).parse({ ...issue, ...asked, expires_at: undefined })
  expect([texts(asked, silent), isUntold(asked, silent)]).toEqual([[], true])
})

test('names what the token can do but should not', () => {
  const limited = { ...asked, allowed_scopes: [project, customer], allowed_networks: ['10.0.0.1/32'] }
  expect(texts(limited, as())).toEqual([
    'This token works everywhere you have its permissions.',
    'This token works from any IP address.',
  ])
  const half = as({ allowed_scopes: named(project), allowed_networks: ['10.0.0.2/32', '10.1.0.0/16'] })
  expect(texts(limited, half)).toEqual([
    'Waldur left out some of the places you selected.',
    'This token works from 10.0.0.2 and 10.1.0.0/16.',
  ])
  expect(texts(asked, as({ scopes: [...asked.scopes, 'ORDER.CREATE'], name: 'cd' }))).toEqual([
    'It also has these permissions: ORDER.CREATE.',
    'Its name is cd.',
  ])
})

test('a place is kept only with its type and uuid', () => {
  const limited = { ...asked, allowed_scopes: [project, customer] }
  expect(texts(asked, as({ allowed_scopes: named(project) }))).toEqual(['It works only in these places: x.'])
  expect(texts(limited, as({ allowed_scopes: named(customer, { type: 'customer', uuid: project.uuid }) }))).toEqual([
    'Waldur left out some of the places you selected.',
    'It also works in these places: x.',
  ])
})

test('a rotated token may lose a deleted place, unless it then works everywhere', () => {
  const gone = { type: 'project', uuid: null, name: 'x' }
  const wanted = { ...asked, allowed_scopes: [gone, ...named(customer)] }
  const places = (...kept: Kept['allowed_scopes'] & object) => texts(wanted, as({ allowed_scopes: kept }))
  expect([places(gone, ...named(customer)), places(...named(customer))]).toEqual([[], []])
  expect(places()).toEqual(['This token works everywhere you have its permissions.'])
  expect(places(gone)).toEqual(['Waldur left out some of the places you selected.'])
  const nowhere = { ...asked, allowed_scopes: [gone] }
  expect(texts(nowhere, as({ allowed_scopes: [gone] }))).toEqual([])
  expect(texts(nowhere, as())).toEqual(['This token works everywhere you have its permissions.'])
  expect(isUntold(nowhere, as({ allowed_scopes: null }))).toBe(true)
  expect(texts(asked, as({ allowed_scopes: [gone] }))).toEqual(['It works only in these places: x.'])
})

test('a smaller network is not wider, and a time of the same minute is the same', () => {
  const limited = { ...asked, allowed_networks: ['10.0.0.0/8', '2001:db8::/32'] }
  const widths = (...kept: string[]) => differences(limited, as({ allowed_networks: kept })).map((one) => one.isWider)
  expect(widths('10.1.0.0/16', '2001:db8:1::/48')).toEqual([false])
  expect(widths('10.0.0.0/7')).toEqual([true])
  expect(widths('::ffff:10.0.0.1/128')).toEqual([true])
  expect(differences({ ...asked, expires_at: '2027-06-01T12:00:59Z' }, as())).toEqual([])
})

test('what the response leaves out counts neither as kept nor as changed', () => {
  const limited = { ...asked, allowed_scopes: [project], allowed_networks: ['10.0.0.1/32'] }
  for (const [change, said] of [
    [{ allowed_scopes: null, allowed_networks: null }, []],
    [{ allowed_scopes: undefined, allowed_networks: ['10.0.0.1/32'] }, []],
    [{ allowed_scopes: null, allowed_networks: [] }, ['This token works from any IP address.']],
  ] as const) {
    const kept = as({ ...change, allowed_networks: change.allowed_networks && [...change.allowed_networks] })
    expect([texts(limited, kept), isUntold(limited, kept)]).toEqual([said, true])
    expect(isUntold(asked, kept)).toBe(false)
  }
  for (const kept of [as(), as({ allowed_scopes: undefined, allowed_networks: undefined })]) {
    expect([differences(limited, kept).length, isUntold(limited, kept)]).toEqual([2, false])
  }
  expect(isUntold(asked, { ...as(), isPartial: true })).toBe(true)
})

describe('in any combination', () => {
  const scopes = fc.uniqueArray(fc.constantFrom('ORDER.LIST', 'PROJECT.LIST', 'ROUND.LIST', 'CALL.LIST'))
  const places = fc.uniqueArray(fc.constantFrom(project, customer, { type: 'call', uuid: project.uuid }))
  const networks = fc.uniqueArray(fc.constantFrom('10.0.0.1/32', '10.0.0.0/8', '::1/128', '2001:db8::/32'))
  const name = fc.constantFrom('ci', 'cd')
  const end = fc.integer({ min: 30_000_000, max: 30_000_100 }).map((minutes) => toWire(minutes * 60_000))
  const limits = fc.record({ name, scopes, places, networks, end })
  const isSame = (one: readonly unknown[], other: readonly unknown[]) =>
    one.length === other.length && one.every((item) => other.includes(item))

  test('each thing is compared, and nothing else counts', () => {
    fc.assert(
      fc.property(limits, limits, (one, other) => {
        const found = differences(
          { ...one, allowed_scopes: one.places, allowed_networks: one.networks, expires_at: one.end },
          { ...other, allowed_scopes: named(...other.places), allowed_networks: other.networks, expires_at: other.end },
        )
        const has = (kind: RegExp) => found.some((difference) => kind.test(difference.kind))
        expect({
          name: has(/^name$/),
          permissions: has(/permissions/),
          places: has(/place|everywhere/),
          networks: has(/networks/),
          end: has(/expiration/),
        }).toEqual({
          name: one.name !== other.name,
          permissions: !isSame(one.scopes, other.scopes),
          places: !isSame(one.places, other.places),
          networks: !isSame(one.networks, other.networks),
          end: one.end !== other.end,
        })
      }),
    )
  })

  test('a token with less than asked, for a shorter time, is never called wider', () => {
    fc.assert(
      fc.property(limits, limits, (one, less) => {
        const inside = <Item>(items: readonly Item[], some: readonly Item[]) => {
          const kept = items.filter((item) => some.includes(item))
          return kept.length > 0 || items.length === 0 ? kept : [...items]
        }
        const found = differences(
          { ...one, allowed_scopes: one.places, allowed_networks: one.networks, expires_at: one.end },
          {
            name: less.name,
            scopes: one.scopes.filter((scope) => less.scopes.includes(scope)),
            allowed_scopes: named(...inside(one.places, less.places)),
            allowed_networks: inside(one.networks, less.networks),
            expires_at: [less.end, one.end].sort()[0] ?? one.end,
          },
        )
        expect(found.filter(({ isWider }) => isWider)).toEqual([])
      }),
    )
  })
})
