import fc from 'fast-check'
import { expect, it, test } from 'vitest'
import { fold } from './fold.ts'

test.each([
  ['Tõnis', 'tonis'],
  ['Łódź', 'lodz'],
  ['Østerbro', 'osterbro'],
  ['Straße', 'strasse'],
  ['STRAẞE', 'strasse'],
  ['Işık', 'isik'],
  ['IŞIK İl', 'isik il'],
  ['Đorđe', 'dorde'],
  ['Þingvellir, Ísafjörður', 'thingvellir, isafjordur'],
  ['Cœur, Ærø', 'coeur, aero'],
  ['ＣＩ－０１', 'ci-01'],
  ['ﬁle №2', 'file no2'],
  ['ΟΔΟΣ', 'οδοσ'],
  ['deploy\u00ad\u200b\u2060bot', 'deploybot'],
  ['Məhəmməd', 'mehemmed'],
  ['ƏLİ', 'eli'],
  ['Ɓauchi, Ɗan, Ƙofa', 'bauchi, dan, kofa'],
  ['Ɛwɔ Ŋu', 'ewo nu'],
  ['Ƶ', 'z'],
  ['Col·lecció', 'colleccio'],
  ['Paraŀlel', 'parallel'],
  ['l’Hôpital – b‑c', "l'hopital - b-c"],
  ['Ёж', 'еж'],
  ['„ci“, “cd”, «x»', '"ci", "cd", "x"'],
])('%s is typed as %s', (text, typed) => {
  expect(fold(text)).toBe(typed)
  expect(fold(typed)).toBe(typed)
})

it('folds each letter on its own, so that any part of a name is found and marked', () => {
  const text = fc.string({ unit: 'binary' })
  fc.assert(
    fc.property(text, text, (one, other) => {
      expect(fold(one + other)).toBe(fold(one) + fold(other))
    }),
    { numRuns: 3000 },
  )
})

it('folds the same text only once', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect(fold(fold(text))).toBe(fold(text))
    }),
    { numRuns: 3000 },
  )
})
