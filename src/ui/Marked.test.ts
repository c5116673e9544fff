import fc from 'fast-check'
import { expect, it } from 'vitest'
import { matchesIn } from './Marked.tsx'

/** The text, with brackets around its matches. */
const marked = (text: string, search: string) =>
  matchesIn(text, search)
    .map((piece) => (piece.isMatch ? `[${piece.text}]` : piece.text))
    .join('')

it('marks each word of the search wherever it occurs, with or without accents', () => {
  expect(marked('Tartu Ülikool', 'ulik TART')).toBe('[Tart]u [Ülik]ool')
  expect(marked('Tartu U\u0308likool', 'ulik')).toBe('Tartu [U\u0308lik]ool')
  expect(marked('Gammel Straße', 'strasse')).toBe('Gammel [Straße]')
  expect(marked('Østerbro', 'oster')).toBe('[Øster]bro')
  expect(marked('so\u00adft', 'oft')).toBe('s[o\u00adft]')
  expect(marked('banana', 'an')).toBe('b[anan]a')
  expect(marked('İstanbul', 'i')).toBe('[İ]stanbul')
  expect(marked('Genomics', '')).toBe('Genomics')
})

it('never changes a text', () => {
  const text = fc.string({ unit: 'binary' })
  fc.assert(
    fc.property(text, text, (name, search) => {
      expect(
        matchesIn(name, search)
          .map((piece) => piece.text)
          .join(''),
      ).toBe(name)
    }),
  )
})
