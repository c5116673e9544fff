import { expect, test } from 'vitest'
import type { HeldRole, Holder, NamedPlace } from './access.ts'
import { caveatsOf } from './caveats.ts'
import { roleOn, user } from './holderCases.ts'

const NOW = 1000
const alpha: NamedPlace = { type: 'customer', uuid: 'alpha', name: 'Alpha', above: [], knowsAll: true }
const genomics: NamedPlace = { type: 'project', uuid: 'genomics', name: 'Genomics', above: ['alpha'], knowsAll: true }
const role = ({ uuid = 'genomics', ...change }: Partial<HeldRole> = {}) =>
  roleOn(uuid, { above: ['alpha'], permissions: new Set(['PROJECT.UPDATE']), ...change })
const caveats = (places: NamedPlace[] | null, holder: Holder) => caveatsOf(['PROJECT.UPDATE'], places, holder, NOW)

test('there is no caveat for an active role and separate places', () => {
  expect(caveats([genomics], user(role()))).toEqual([])
  expect(caveats(null, user(role()))).toEqual([])
})

test('a place that includes another one is named with it', () => {
  expect(caveats([genomics, alpha], user(role()))).toEqual([{ kind: 'includes', place: alpha, inner: [genomics] }])
})

test('an unknown effect names what it depends on', () => {
  expect(caveats([genomics], user(role({ permissions: null })))).toEqual([{ kind: 'unread' }])
  const hidden = role({ uuid: 'hidden', above: [], knowsAll: false })
  expect(caveats([alpha], user(hidden))).toEqual([{ kind: 'inside', place: alpha }])
})

test('a role that is turned off or past its end is named if a permission depends on it', () => {
  const off = role({ isOff: true })
  const ended = role({ endsAt: NOW })
  expect(caveats([genomics], user(off))).toEqual([{ kind: 'off', role: off }])
  expect(caveats([genomics], user(ended))).toEqual([{ kind: 'ended', role: ended }])
  expect(caveats([genomics], user(role({ uuid: 'other', above: [], isOff: true })))).toEqual([])
})

test('staff need no role, so none is named', () => {
  expect(caveats([genomics], { ...user(role({ isOff: true })), isStaff: true })).toEqual([])
})
