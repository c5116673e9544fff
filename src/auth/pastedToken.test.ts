import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readPastedToken } from './pastedToken.ts'

const KEY = '0123456789abcdef0123456789abcdef01234567'
const PAT = `w_1803902400_${'x'.repeat(43)}`

describe('readPastedToken', () => {
  test.each([
    [KEY, `Token ${KEY}`],
    [` ${KEY}\n`, `Token ${KEY}`],
    [`\u200b${KEY}\u00a0`, `Token ${KEY}`],
    [`\u202a${KEY.slice(0, 20)}\u00ad\u200b${KEY.slice(20)}\u202c\ufeff`, `Token ${KEY}`],
    [`Token ${KEY}`, `Token ${KEY}`],
    [`token ${KEY}`, `Token ${KEY}`],
    [`Authorization: Token ${KEY}`, `Token ${KEY}`],
    [`"Authorization: Token ${KEY}"`, `Token ${KEY}`],
    [`-H 'Authorization: Token ${KEY}'`, `Token ${KEY}`],
    [`X-Auth-Token=${KEY}`, `Token ${KEY}`],
    [`'${KEY}'`, `Token ${KEY}`],
    [PAT, `Bearer ${PAT}`],
    [`Bearer ${PAT}`, `Bearer ${PAT}`],
  ])('%j is read as its token', (text, authorization) => {
    const read = readPastedToken(text)
    expect(read).toMatchObject({ authorization })
    expect('note' in read && read.note !== null).toBe(text !== KEY && text !== PAT)
  })

  test.each([
    ['nothing', '', 'Paste your API token.'],
    ['blanks', '   ', 'Paste your API token.'],
    ['only a scheme', 'Token ', 'Tokens have 8 to 512 characters. Copy the token again.'],
    ['two tokens', `${KEY} ${KEY}`, 'Tokens don’t contain spaces or line breaks. Paste only the token.'],
    ['two lines', `${KEY}\n${KEY}`, 'Tokens don’t contain spaces or line breaks. Paste only the token.'],
    ['an emoji', `${KEY}😀`, 'This contains a character that tokens don’t have. Copy the token again.'],
    ['letters outside ASCII', 'äöü12345678', 'This contains a character that tokens don’t have. Copy the token again.'],
    ['too little', 'short', 'Tokens have 8 to 512 characters. Copy the token again.'],
    ['too much', 'x'.repeat(513), 'Tokens have 8 to 512 characters. Copy the token again.'],
    ['a whole file', 'x'.repeat(1_000_000), 'This is too long to be a token. Paste only the token.'],
  ])('rejects %s', (_what, text, problem) => {
    expect(readPastedToken(text)).toEqual({ problem })
  })

  test('everything accepted is valid as a header value', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
        const read = readPastedToken(text)
        if ('authorization' in read) expect(read.authorization).toMatch(/^(Token|Bearer) [\x21-\x7e]{8,512}$/)
      }),
      { numRuns: 5000 },
    )
  })

  test('a token is found in text copied along with it, and the extra text is reported', () => {
    const bare = fc.stringMatching(/^[0-9a-f]{40}$/)
    const blank = fc.stringMatching(/^[ \t\r\n\u00a0\u200b\ufeff]{0,4}$/)
    const word = fc.constantFrom(
      '',
      'Token ',
      'bearer ',
      'Authorization: Token ',
      'X-Auth-Token=',
      '-H "Authorization: Token ',
    )
    fc.assert(
      fc.property(bare, blank, word, fc.constantFrom('', '"', "'"), blank, (key, before, words, quote, after) => {
        const text = `${before}${words}${key}${quote}${after}`
        const read = readPastedToken(text)
        expect(read).toMatchObject({ authorization: `Token ${key}` })
        expect('note' in read && read.note !== null).toBe(text !== key)
      }),
      { numRuns: 5000 },
    )
  })
})
