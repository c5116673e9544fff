import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { RequestError } from '../../api/errors.ts'
import { ApiError, NetworkError } from '../../api/errors.ts'
import { toWire } from '../../api/wire.ts'
import type { Token } from '../schema.ts'
import { tokenWith } from '../tokenCases.ts'
import type { JournalEntry } from './journal.ts'
import {
  duplicatesOf,
  findings,
  hiddenSince,
  issuedSince,
  mayFollow,
  outcomeOfCreate,
  outcomeOfRotate,
} from './reconcile.ts'

const AT = Date.UTC(2026, 10, 23, 12)
const before = { uuids: new Set(['old', 'other']), at: AT }
const token = (uuid: string, change: Partial<Token> = {}) => tokenWith({ uuid, created: toWire(AT + 1000), ...change })
const snapshot = (tokens: Token[] | null, known: string[] = []) => ({
  before,
  name: 'ci',
  tokens,
  known: new Set(known),
})

describe('a create without a response', () => {
  test.each([
    ['the list cannot be read', null, 'cannot tell'],
    ['nothing is new', [token('old')], 'nothing'],
    ['a new token has another name', [token('new', { name: 'cd' })], 'nothing'],
    ['a token of that name is older', [token('new', { created: toWire(AT - 6000) })], 'nothing'],
    ['it has been revoked since', [token('new', { is_active: false })], 'nothing'],
    ['one is new', [token('new'), token('old')], 'lost'],
    ['the server’s clock is a little behind', [token('new', { created: toWire(AT - 4000) })], 'lost'],
    ['the browser sent it twice', [token('new'), token('newer')], 'lost'],
  ])('%s', (_case, tokens, kind) => {
    expect(outcomeOfCreate(snapshot(tokens)).kind).toBe(kind)
  })

  test('an unreadable new token may be it; an older one is not', () => {
    const row = (...uuids: string[]) => hiddenSince(before, { unreadable: 1, unread: uuids.map((uuid) => ({ uuid })) })
    expect(outcomeOfCreate({ ...snapshot([]), hidden: row('new') }).kind).toBe('cannot tell')
    expect(outcomeOfCreate({ ...snapshot([]), hidden: row() }).kind).toBe('cannot tell')
    expect(outcomeOfCreate({ ...snapshot([]), hidden: row('old') }).kind).toBe('nothing')
    expect(outcomeOfCreate({ ...snapshot([token('new')]), hidden: row('newer') }).kind).toBe('lost')
    const rotated = { ...snapshot([token('old')]), hidden: row('new') }
    expect(outcomeOfRotate({ ...rotated, ended: true }).kind).toBe('cannot tell')
  })

  test('names every new token, and no older one', () => {
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

test('“nothing” is final once no server is still at work, by its own response or after two minutes', () => {
  const lost = new NetworkError('unreachable')
  const follows = (error: RequestError, ms: number) => mayFollow({ before, readAt: AT + ms }, error)
  expect([follows(lost, 6000), follows(lost, 120_000), follows(lost, 120_001)]).toEqual([true, true, false])
  expect(follows(new ApiError(500, []), 6000)).toBe(false)
})

describe('a rotate without a response', () => {
  const alive = token('old')
  const dead = token('old', { is_active: false })
  test.each([
    ['the old one is active, nothing is new', [alive], false, 'nothing'],
    ['the old one ended, there is a new one', [dead, token('new')], true, 'lost'],
    ['the old one ended, nothing is new', [dead], true, 'dead'],
    ['both are active', [alive, token('new')], false, 'both'],
    ['the list cannot be read', null, false, 'cannot tell'],
    ['the old one cannot be read', [token('new')], null, 'cannot tell'],
  ])('%s', (_case, tokens, ended, kind) => {
    expect(outcomeOfRotate({ ...snapshot(tokens), ended }).kind).toBe(kind)
  })
})

test('a duplicate is any new token but the one whose secret arrived', () => {
  expect(duplicatesOf('new', snapshot([token('new'), token('newer'), token('old')]))).toEqual([token('newer')])
  expect(duplicatesOf('new', snapshot([token('new')]))).toEqual([])
  expect(duplicatesOf('new', snapshot(null))).toEqual([])
  expect(duplicatesOf('new', snapshot([token('new'), token('newer')], ['newer']))).toEqual([])
})

test('a token whose secret is in another tab is neither lost nor ignored', () => {
  const tokens = [token('new')]
  expect(outcomeOfCreate(snapshot(tokens, ['new'])).kind).toBe('nothing')
  expect(outcomeOfRotate({ ...snapshot(tokens, ['new']), ended: true })).toEqual({
    kind: 'elsewhere',
    token: tokens[0],
  })
})

describe('unsaved secrets', () => {
  const asked: JournalEntry = { id: '1', user: 'me', op: 'create', at: AT, name: 'ci', uuid: null, state: 'asked' }
  const shown: JournalEntry = { ...asked, name: null, uuid: 'new', state: 'shown' }
  const fresh = (uuid: string, change: Partial<Token> = {}) =>
    token(uuid, { last_used_at: null, expires_at: toWire(AT + 1e9), ...change })
  const now = { readAt: AT + 1000, isComplete: true, known: new Set<string>() }
  const later = { ...now, readAt: AT + 130_000 }

  test('a secret that was on screen is unseen until it is used, saved or ended', () => {
    expect(findings([shown], [fresh('new')], now).unseen).toEqual([{ entry: shown, token: fresh('new') }])
    for (const change of [{ last_used_at: toWire(AT) }, { is_active: false }, { expires_at: toWire(AT) }]) {
      expect(findings([shown], [fresh('new', change)], now)).toEqual({ unseen: [], nothing: [], settled: ['1'] })
    }
    expect(findings([{ ...shown, state: 'done' }], [fresh('new')], now).unseen).toEqual([])
  })

  test('a request without a response covers every new token of its name that is not accounted for', () => {
    const known: JournalEntry = { ...shown, id: '2', uuid: 'newer', state: 'done' }
    const tokens = [fresh('new'), fresh('newer'), fresh('newest'), fresh('older', { created: toWire(AT - 60_000) })]
    const { unseen } = findings([asked, known], tokens, now)
    expect(unseen.map(({ token: { uuid } }) => uuid)).toEqual(['new', 'newest'])
  })

  test('a token shown in another tab’s open dialog is not lost', () => {
    expect(findings([asked], [fresh('new')], { ...now, known: new Set(['new']) }).unseen).toEqual([])
  })

  test('settles nothing before a slow server is done, or before all tokens are loaded', () => {
    expect(findings([asked], [], now)).toEqual({ unseen: [], nothing: [asked], settled: [] })
    expect(findings([asked], [], later)).toEqual({ unseen: [], nothing: [], settled: ['1'] })
    // Revoked or rotated from the notice: such a token existed, but it may not have been this one.
    const ended = fresh('new', { is_active: false })
    expect(findings([asked], [ended], now)).toEqual({ unseen: [], nothing: [], settled: [] })
    expect(findings([asked], [ended], later)).toEqual({ unseen: [], nothing: [], settled: ['1'] })
    expect(findings([asked, shown], [], { ...later, isComplete: false })).toEqual({
      unseen: [],
      nothing: [],
      settled: [],
    })
  })

  test('each entry is in at most one place, and an active token without a saved secret is never settled', () => {
    const entry = fc.record({
      op: fc.constantFrom('create' as const, 'rotate' as const),
      at: fc.integer({ min: AT - 1e7, max: AT }),
      uuid: fc.constantFrom('a', 'b', null),
      isDone: fc.boolean(),
    })
    fc.assert(
      fc.property(
        fc.array(entry, { maxLength: 5 }),
        fc.uniqueArray(fc.constantFrom('a', 'b', 'c')),
        fc.boolean(),
        (drawn, uuids, isComplete) => {
          const entries = drawn.map(
            ({ op, at, uuid, isDone }, index): JournalEntry => ({
              ...{ id: String(index), user: 'me', op, at, uuid },
              name: uuid === null ? 'ci' : null,
              state: uuid === null ? 'asked' : isDone ? 'done' : 'shown',
            }),
          )
          const tokens = uuids.map((uuid) => fresh(uuid))
          const { unseen, nothing, settled } = findings(entries, tokens, { readAt: AT, isComplete, known: new Set() })
          const places = [
            new Set(unseen.map(({ entry: { id } }) => id)),
            new Set(nothing.map(({ id }) => id)),
            new Set(settled),
          ]
          for (const { id, state, uuid } of entries) {
            expect(places.filter((place) => place.has(id)).length).toBeLessThanOrEqual(1)
            if (state === 'shown' && tokens.some((each) => each.uuid === uuid)) expect(places[0]?.has(id)).toBe(true)
          }
        },
      ),
    )
  })
})
