import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { tokenStart } from '../state/expiry.ts'
import { tokenWith } from '../tokenCases.ts'
import { expirySecondIn, noneFoundText, tokensEndingAt } from './finder.ts'

const token = (expires_at: string) => tokenWith({ uuid: expires_at, expires_at })

describe('expirySecondIn', () => {
  it.each([
    ['a whole token', 'w_1804075500_AbC-d_e'],
    ['its beginning', 'w_1804075500'],
    ['a header', 'Authorization: Bearer w_1804075500_AbC'],
    ['a log line', '10.1.2.3 - "GET /?token=w_1804075500_x HTTP/1.1" 401'],
    ['a setting', 'WALDUR_TOKEN="w_1804075500_x"'],
    ['a parameter', 'token=w_1804075500_x'],
    ['an encoded parameter', 'next=%2Ftokens%3Ftoken%3Dw_1804075500_x'],
    ['an encoded header', 'Authorization:%20Bearer%20w_1804075500_x'],
    ['a header with the wrong word', '-H "Authorization: Token w_1804075500_x"'],
    ['code in a text', 'the token `w_1804075500_x` leaked'],
    ['quotes', '“w_1804075500_x”'],
    ['a string in JSON', '{"log":"Bearer \\u0022w_1804075500_x\\u0022\\nw"}'],
    ['a line in a string', 'failed:\\nw_1804075500_x'],
    ['a colored log', '\u001b[32mw_1804075500_x\u001b[0m'],
    ['blanks around', '  w_1804075500_x\n'],
    ['invisible characters', '\u202aw_\u200b18040\u00ad75500_x\ufeff'],
  ])('reads %s', (_what, text) => {
    expect(expirySecondIn(text)).toBe(1_804_075_500)
  })

  it.each(['', 'hello', 'w_', 'w_12', 'now_1804075500', 'w_180407550012345', 'ghp_1804075500'])(
    'makes nothing of %j',
    (text) => {
      expect(expirySecondIn(text)).toBeNull()
    },
  )
})

it('finds each token by the start of its secret, whatever its fraction of a second', () => {
  const end = fc
    .date({ min: new Date('2020-01-01'), max: new Date('2099-01-01'), noInvalidDate: true })
    .map((date) => token(date.toISOString()))
  fc.assert(
    fc.property(fc.array(end, { minLength: 1 }), fc.nat(), fc.base64String(), (tokens, index, random) => {
      const wanted = tokens[index % tokens.length]
      if (!wanted) throw new Error('no token')
      const second = expirySecondIn(`${tokenStart(wanted)}_${random}`)
      const found = tokensEndingAt(second ?? 0, tokens)
      expect(found).toContain(wanted)
      expect(new Set(found.map(tokenStart))).toEqual(new Set([tokenStart(wanted)]))
    }),
  )
})

it('says that a token is someone else’s only after checking all of the user’s own', () => {
  expect(noneFoundText({ complete: true, unreadable: 0 })).toContain('It belongs to someone else')
  for (const list of [
    { complete: false, unreadable: 0 },
    { complete: true, unreadable: 1 },
  ]) {
    expect(noneFoundText(list)).toBe('Nothing found, but not everything could be searched.')
  }
})
