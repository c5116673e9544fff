import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { toWire } from '../../api/wire.ts'
import type { Token } from '../schema.ts'
import { issuedSince, outcomeOfCreate, outcomeOfRotate, twinsOf } from './reconcile.ts'

const AT = Date.UTC(2026, 10, 23, 12)
const before = { uuids: new Set(['old', 'other']), at: AT }
const token = (uuid: string, change: Partial<Token> = {}) =>
  ({ uuid, name: 'ci', is_active: true, created: toWire(AT + 1000), ...change }) as Token
const evidence = (tokens: Token[] | null) => ({ before, name: 'ci', tokens })

describe('create without an answer', () => {
  test.each([
    ['the list cannot be read', null, 'cannot tell'],
    ['nothing is new', [token('old')], 'nothing'],
    ['a new token has another name', [token('new', { name: 'cd' })], 'nothing'],
    ['a token of that name is older', [token('new', { created: toWire(AT - 6000) })], 'nothing'],
    ['it is revoked by now', [token('new', { is_active: false })], 'nothing'],
    ['one is new', [token('new'), token('old')], 'lost'],
    ['the server’s clock is a little behind', [token('new', { created: toWire(AT - 4000) })], 'lost'],
    ['the browser sent it twice', [token('new'), token('newer')], 'lost'],
  ])('%s', (_case, tokens, kind) => {
    expect(outcomeOfCreate(evidence(tokens)).kind).toBe(kind)
  })

  test('every new token is named, and none that was there before', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.constantFrom('old', 'other', 'a', 'b', 'c')), (uuids) => {
        const issued = issuedSince(
          before,
          'ci',
          uuids.map((uuid) => token(uuid)),
        )
        expect(issued.map(({ uuid }) => uuid)).toEqual(uuids.filter((uuid) => !before.uuids.has(uuid)))
      }),
    )
  })
})

describe('rotate without an answer', () => {
  const alive = token('old')
  const dead = token('old', { is_active: false })
  test.each([
    ['the old one lives, nothing is new', [alive], alive, 'nothing'],
    ['the old one ended, a new one is there', [dead, token('new')], dead, 'lost'],
    ['the old one ended, nothing is new', [dead], dead, 'dead'],
    ['both live', [alive, token('new')], alive, 'both'],
    ['the list cannot be read', null, alive, 'cannot tell'],
    ['the old one cannot be read', [token('new')], null, 'cannot tell'],
  ])('%s', (_case, tokens, old, kind) => {
    expect(outcomeOfRotate(evidence(tokens), old).kind).toBe(kind)
  })
})

test('a twin is any new token but the one whose secret arrived', () => {
  expect(twinsOf('new', evidence([token('new'), token('newer'), token('old')]))).toEqual([token('newer')])
  expect(twinsOf('new', evidence([token('new')]))).toEqual([])
  expect(twinsOf('new', evidence(null))).toEqual([])
})
