import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { rememberedLimits, rememberLimits } from './rememberedLimits.ts'

const KEY = 'waldur-tokens.limits'
let stored: Map<string, string>

beforeEach(() => {
  stored = new Map()
  vi.stubGlobal('location', new URL('https://waldur.test/'))
  vi.stubGlobal('window', {
    localStorage: {
      getItem: (key: string) => stored.get(key) ?? null,
      setItem: (key: string, value: string) => stored.set(key, value),
      removeItem: (key: string) => stored.delete(key),
    },
  })
})

afterEach(() => {
  vi.unstubAllGlobals()
  vi.useRealTimers()
})

test('stores two numbers and their origin, nothing else', () => {
  rememberLimits({ days: 90, tokens: 20 })
  const kept = { origin: 'https://waldur.test', at: expect.any(Number), days: 90, tokens: 20 }
  expect([...stored].map(([key, text]) => [key, JSON.parse(text)])).toEqual([[KEY, kept]])
  expect(rememberedLimits()).toEqual({ days: 90, tokens: 20 })
  rememberLimits({ days: undefined })
  expect(rememberedLimits()).toEqual({ tokens: 20 })
  rememberLimits({ tokens: undefined })
  expect(stored.size).toBe(0)
})

test('learning one limit does not renew the other', () => {
  rememberLimits({ days: 90 })
  vi.useFakeTimers({ now: Date.now() + 29 * 86_400_000 })
  rememberLimits({ tokens: 20 })
  expect(rememberedLimits()).toEqual({ days: 90, tokens: 20 })
  vi.useFakeTimers({ now: Date.now() + 2 * 86_400_000 })
  expect(rememberedLimits()).toEqual({})
})

test('limits of another Waldur are not used, and old ones expire', () => {
  rememberLimits({ days: 90 })
  vi.stubGlobal('location', new URL('https://other.test/'))
  expect(rememberedLimits()).toEqual({})
  vi.stubGlobal('location', new URL('https://waldur.test/'))
  vi.useFakeTimers({ now: Date.now() + 29 * 86_400_000 })
  expect(rememberedLimits()).toEqual({ days: 90 })
  vi.useFakeTimers({ now: Date.now() + 2 * 86_400_000 })
  expect(rememberedLimits()).toEqual({})
})

test('a limit from the future is ignored: it would never expire', () => {
  vi.useFakeTimers({ now: Date.now() + 86_400_000 })
  rememberLimits({ days: 90 })
  vi.useRealTimers()
  expect(rememberedLimits()).toEqual({})
})

test.each(['', 'null', '7', '[]', '{"days":90}', '{"origin":"https://waldur.test","at":"now","days":90}', '{{'])(
  'what is no such entry is none: %s',
  (text) => {
    stored.set(KEY, text)
    expect(rememberedLimits()).toEqual({})
  },
)

test.each([0, -1, 1.5, 36_501, '90', null, {}])('an invalid value is not a limit: %s', (days) => {
  stored.set(KEY, JSON.stringify({ origin: 'https://waldur.test', at: Date.now(), days, tokens: 20 }))
  expect(rememberedLimits()).toEqual({ tokens: 20 })
})

test('without storage nothing is remembered, and nothing breaks', () => {
  vi.stubGlobal('window', {
    get localStorage(): never {
      throw new Error('forbidden')
    },
  })
  rememberLimits({ days: 90 })
  expect(rememberedLimits()).toEqual({})
})
