import { expect, test, vi } from 'vitest'
import { entries, forget, knownUuids, noteAsked, noteLost, noteSaved, noteShown } from './journal.ts'

const [A, B] = ['a'.repeat(32), 'b'.repeat(32)]

test('an entry goes from its name to its uuid, and is known until it is forgotten', () => {
  const id = noteAsked({ user: 'me', op: 'create', at: 1, name: 'ci' })
  expect(entries()).toEqual([{ id, user: 'me', op: 'create', at: 1, name: 'ci', uuid: null, state: 'asked' }])
  expect(knownUuids().size).toBe(0)
  noteShown(id, A)
  expect(entries()).toMatchObject([{ id, name: null, uuid: A, state: 'shown' }])
  noteSaved(id, true)
  expect(entries()).toMatchObject([{ state: 'done' }])
  noteSaved(id, false)
  expect(entries()).toMatchObject([{ state: 'shown' }])
  expect([...knownUuids()]).toEqual([A])
  forget([id])
  expect(entries()).toEqual([])
})

test('lost tokens replace the request that created them, once each', () => {
  const id = noteAsked({ user: 'me', op: 'rotate', at: 1, name: 'ci' })
  noteLost(id, [A, B])
  noteLost(id, [A, B])
  expect(entries().map(({ uuid, state, name }) => [uuid, state, name])).toEqual([
    [A, 'lost', null],
    [B, 'lost', null],
  ])
  expect(knownUuids().size).toBe(0)
  forget(entries().map((entry) => entry.id))
})

test('a duplicate counts as lost, next to the one that was shown', () => {
  const id = noteAsked({ user: 'me', op: 'create', at: 1, name: 'ci' })
  noteShown(id, A)
  noteLost(id, [B])
  expect(entries().map(({ uuid, state }) => [uuid, state])).toEqual([
    [A, 'shown'],
    [B, 'lost'],
  ])
  forget(entries().map((entry) => entry.id))
})

test('old entries make room for new ones', () => {
  for (let at = 0; at < 60; at += 1) noteAsked({ user: 'me', op: 'create', at, name: 'ci' })
  expect([entries().length, entries()[0]?.at]).toEqual([50, 10])
})

test('entries that a full storage refuses are kept in memory, with those it has', () => {
  forget(entries().map(({ id }) => id))
  let text = '[]'
  const setItem = (_key: string, next: string) => {
    if (next.length > 200) throw new DOMException('full', 'QuotaExceededError')
    text = next
  }
  vi.stubGlobal('window', { localStorage: { getItem: () => text, setItem } })
  const ids = [1, 2, 3].map((at) => noteAsked({ user: 'me', op: 'create', at, name: null }))
  expect(entries().map(({ id }) => id)).toEqual(ids)
  forget(ids.slice(1))
  expect(entries().map(({ id }) => id)).toEqual(ids.slice(0, 1))
  vi.unstubAllGlobals()
})
