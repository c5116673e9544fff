import fc from 'fast-check'
import { expect, test } from 'vitest'
import { COLUMN_IDS, FILTERS, isHideable, ListView, tidyView } from './view.ts'

const sort = fc.constantFrom(...COLUMN_IDS.flatMap((id) => [id, `-${id}`] as const))

test('reading a view twice gives the same view', () => {
  const view = fc.record({
    q: fc.oneof(fc.string(), fc.integer(), fc.boolean()),
    show: fc.oneof(fc.constantFrom(...FILTERS), fc.string()),
    ends: fc.oneof(fc.constantFrom('2027-02', '2027-13', '2027-2'), fc.string()),
    sort: fc.oneof(sort, fc.string()),
    columns: fc.oneof(fc.string(), fc.array(fc.constantFrom(...COLUMN_IDS)), fc.array(fc.string())),
  })
  fc.assert(
    fc.property(view, (raw) => {
      const read = tidyView(ListView.parse(raw))
      expect(tidyView(ListView.parse(read))).toEqual(read)
    }),
    { numRuns: 4000 },
  )
})

test('invalid parts are left out, and the name is never hidden', () => {
  const odd = { q: ['a'], show: 'all', sort: 'color', columns: 'name.created.odd', more: 1 }
  expect(tidyView(ListView.parse(odd))).toEqual({ columns: ['created'] })
  expect(tidyView(ListView.parse({ columns: 'bound.used.permissions.life' }))).toEqual({})
  expect(tidyView(ListView.parse({ columns: '' }))).toEqual({ columns: [] })
  expect(ListView.parse({ ends: '2027-12' })).toEqual({ ends: '2027-12' })
  for (const ends of ['2027-13', '2027-2', '2027', 202712]) expect(ListView.parse({ ends }).ends).toBeUndefined()
  expect(isHideable('name')).toBe(false)
})

test('a search is cut to what the list searches and a URL can hold', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 500, size: 'max' }), (q) => {
      const read = ListView.parse({ q }).q ?? ''
      expect([...read].length).toBeLessThanOrEqual(200)
      expect(decodeURIComponent(encodeURIComponent(read))).toBe(read)
    }),
    { numRuns: 2000 },
  )
  expect(ListView.parse({ q: '😀'.repeat(201) }).q).toBe('😀'.repeat(200))
  expect(ListView.parse({ q: 'cut\ud83d' }).q).toBe('cut\ufffd')
})

test('a secret in a URL is cut', () => {
  expect(ListView.parse({ q: `w_1804075500_${'x'.repeat(43)}` }).q).toBe('w_1804075500')
})
