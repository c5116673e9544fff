import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Token } from '../schema.ts'
import { tokensCsv } from './csv.ts'

const now = Date.parse('2026-11-24T12:00:00Z')
const token: Token = {
  uuid: 'b'.repeat(32),
  name: 'ci',
  scopes: ['ORDER.LIST', 'ORDER.CREATE'],
  allowed_scopes: [{ type: 'project', uuid: 'a'.repeat(32), name: 'Alpha' }],
  expires_at: '2027-03-03T12:05:00Z',
  is_active: true,
  last_used_at: null,
  last_used_ip: null,
  use_count: 0,
  created: '2026-10-01T00:00:00Z',
}

/** RFC 4180 read by its letter: the cells of each line. */
function parse(text: string): string[][] {
  const lines: string[][] = [[]]
  let rest = text
  while (rest !== '') {
    const [whole = '', quoted, plain = '', end] = /^(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n|$)/.exec(rest) ?? []
    if (whole === '') throw new Error(`not a cell: ${rest.slice(0, 40)}`)
    lines.at(-1)?.push(quoted === undefined ? plain : quoted.replaceAll('""', '"'))
    rest = rest.slice(whole.length)
    if (end === '\r\n' && rest !== '') lines.push([])
  }
  return lines
}

describe('tokensCsv', () => {
  it('has one line a token, below the names of its columns', () => {
    expect(parse(tokensCsv([token], now))).toEqual([
      expect.arrayContaining(['name', 'state', 'permissions', 'bound_to', 'expires_at']),
      [
        ...['ci', 'active', 'w_1804075500', 'ORDER.LIST ORDER.CREATE', 'Project Alpha', '', token.expires_at],
        ...['', '', token.created, token.uuid],
      ],
    ])
  })

  // An apostrophe of the name's own could not be told from ours.
  const name = fc.string({ unit: 'grapheme', minLength: 1 }).filter((text) => !text.startsWith("'"))

  it('gives back every name, but for the apostrophe that makes it harmless', () => {
    fc.assert(
      fc.property(fc.array(name), (names) => {
        const [, ...rows] = parse(
          tokensCsv(
            names.map((name) => ({ ...token, name })),
            now,
          ),
        )
        expect(rows.map(([name]) => name?.replace(/^'(?=\s*[=+\-@\t\r])/, ''))).toEqual(names)
      }),
    )
  })

  it('has no cell that a spreadsheet would compute', () => {
    const start = fc.constantFrom('=', '+', '-', '@', '\t=', '\r@', ' =', '\n+')
    fc.assert(
      fc.property(start, fc.string(), (sign, rest) => {
        const [, row] = parse(tokensCsv([{ ...token, name: `${sign}${rest}` }], now))
        expect(row?.[0]?.startsWith("'")).toBe(true)
      }),
    )
  })
})
