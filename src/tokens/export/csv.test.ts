import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { tokenWith } from '../tokenCases.ts'
import type { Separator } from './csv.ts'
import { csvOf, separatorFor, tokensCsv } from './csv.ts'

const now = Date.parse('2026-11-24T12:00:00Z')
const token = tokenWith({
  scopes: ['ORDER.LIST', 'ORDER.CREATE'],
  allowed_scopes: [{ type: 'project', uuid: 'a'.repeat(32), name: 'Alpha' }],
})

/** A strict RFC 4180 parser, except for the separator: the cells of each line. */
function parse(text: string, separator: string): string[][] {
  const lines: string[][] = [[]]
  const cell = new RegExp(`"((?:[^"]|"")*)"(${separator}|\r\n)`, 'y')
  for (cell.lastIndex = 1; cell.lastIndex < text.length; ) {
    const [, quoted, end] = cell.exec(text) ?? []
    if (quoted === undefined) throw new Error('not a cell')
    lines.at(-1)?.push(quoted.replaceAll('""', '"'))
    if (end === '\r\n' && cell.lastIndex < text.length) lines.push([])
  }
  return lines
}

/**
 * The cells as a spreadsheet with another separator reads them: a quote counts only at the start of a cell, and
 * anything after the closing one is appended as it is.
 */
function parseAlike(text: string, separator: string): string[] {
  const cells: string[] = []
  const ends = new RegExp(`[${separator}\r\n]`, 'g')
  for (let at = 0; at < text.length; ) {
    const [quoted = '', inner = ''] = /^"((?:[^"]|"")*)(?:"|$)/.exec(text.slice(at)) ?? []
    ends.lastIndex = at + quoted.length
    const end = ends.exec(text)?.index ?? text.length
    cells.push(inner.replaceAll('""', '"') + text.slice(at + quoted.length, end))
    at = end + 1
  }
  return cells
}

/** The cells as a program without support for quotes reads them. */
const parseBare = (text: string, separator: string): string[] =>
  text.split(new RegExp(`[${separator}\r\n]`)).map((cell) => cell.replace(/^[\s"]+/, ''))

const isFormula = (cell: string): boolean => /^[\s\p{Cc}\p{Cf}]*[=+\-@＝＋－＠]/u.test(cell)

describe('tokensCsv', () => {
  it('has a header, then one line per token', () => {
    expect(parse(tokensCsv([token], now, ','), ',')).toEqual([
      expect.arrayContaining(['name', 'status', 'permissions', 'places', 'expires_at']),
      [
        ...['ci', 'active', 'w_1804075500', 'ORDER.LIST ORDER.CREATE', 'Project Alpha', '', token.expires_at],
        ...['', '', token.created, token.uuid],
      ],
    ])
  })

  it('starts with the UTF-8 byte order mark, and quotes each cell', () => {
    expect(
      csvOf(
        [
          ['a', 'b c'],
          ['', '"'],
        ],
        ';',
      ),
    ).toBe('\uFEFF"a";"b c"\r\n"";""""\r\n')
  })

  it.each([
    ['=1+1', "'=1+1"],
    ['x;=1+1', "x;'=1+1"],
    ['x\t=1+1', "x\t'=1+1"],
    ['x\n=1+1', "x\n'=1+1"],
    ['x|@SUM(A1)', "x|'@SUM(A1)"],
    ['x,-1', "x,'-1"],
    ['; \u200b"+1', '; \u200b"\'+1'],
    ['＝1+1', "'＝1+1"],
    ['\u0001=1+1', "\u0001'=1+1"],
    ['x;\0=1+1', "x;\0'=1+1"],
    ['a-b = c', 'a-b = c'],
  ])('makes %j harmless', (name, harmless) => {
    for (const separator of [',', ';'] as const) {
      const [, row] = parse(tokensCsv([{ ...token, name }], now, separator), separator)
      expect(row?.[0]).toBe(harmless)
    }
  })

  const separator = fc.constantFrom<Separator>(',', ';')
  const sign = fc.constantFrom(...'=+-@＝;,|\t\r\n" \u200b\u0001ax1')
  // An apostrophe in the name could not be told from ours.
  const name = fc
    .oneof(
      fc.array(sign).map((signs) => signs.join('')),
      fc.string({ unit: 'grapheme' }),
    )
    .filter((text) => !text.includes("'"))

  it('keeps every name, apart from the apostrophes that make it harmless', () => {
    fc.assert(
      fc.property(fc.array(name), separator, (names, separator) => {
        const tokens = names.map((name) => ({ ...token, name }))
        const [, ...rows] = parse(tokensCsv(tokens, now, separator), separator)
        expect(rows.map(([name]) => name?.replaceAll("'", ''))).toEqual(names)
      }),
    )
  })

  it('has no cell that a spreadsheet would compute, with any separator', () => {
    fc.assert(
      fc.property(name, name, separator, (one, other, separator) => {
        const lines = [
          [one, other, 'x'],
          [other, one],
        ]
        const text = csvOf(lines, separator).slice(1)
        for (const parted of [',', ';', '\t', '|']) {
          expect(parseAlike(text, parted).filter(isFormula)).toEqual([])
          expect(parseBare(text, parted).filter(isFormula)).toEqual([])
        }
      }),
      { numRuns: 3000 },
    )
  })
})

test('the separator is the one that spreadsheets use in the user’s region', () => {
  expect(separatorFor(['en-US', 'en-GB'])).toBe(',')
  expect(separatorFor(['de-DE', 'en-GB'])).toBe(';')
  expect(separatorFor(['en-US', 'et'])).toBe(';')
  for (const locale of ['de-CH', 'de-LI', 'fr-CH', 'ar', 'ar-EG', 'fa', 'en-ZA'])
    expect(separatorFor([locale])).toBe(';')
  for (const locale of ['hi', 'es-MX', 'ja', 'he', 'sw', 'en-US@posix', 'C']) expect(separatorFor([locale])).toBe(',')
})
