import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { ApiError, problemsOf } from './api/errors.ts'
import { nextPage } from './api/page.ts'
import { retryAfterSeconds } from './api/retryAfter.ts'
import { withoutSecrets } from './api/secretText.ts'
import { instantMs, normalizeUuid } from './api/wire.ts'
import { meantUrl } from './app/meantUrl.ts'
import { withoutUrlSecrets } from './app/urlSecrets.ts'
import { readPastedToken } from './auth/pastedToken.ts'
import { pastedUuid } from './entities/search.ts'
import { pastedScopes, withoutPastedSecrets } from './tokens/create/pastedScopes.ts'
import { placeProblems } from './tokens/create/placeProblems.ts'
import { parseRequest } from './tokens/create/requestLink.ts'
import { joinedLines, nameProblem } from './tokens/create/tokenName.ts'
import { tokensCalendar } from './tokens/export/calendar.ts'
import { csvOf } from './tokens/export/csv.ts'
import { expirySecondIn } from './tokens/find/finder.ts'
import { localMs } from './tokens/limits/lifetime.ts'
import { networkRowOf } from './tokens/networks/fields.ts'
import { covers, pastedEntries, readNetwork, shortNetwork } from './tokens/networks/networks.ts'
import { permissionReader } from './tokens/permissions/constants.ts'
import { wordsFor } from './tokens/permissions/permissionWords.ts'
import { riskOf } from './tokens/permissions/presets.ts'
import { ListView } from './tokens/rows/view.ts'
import { fileNameFor } from './tokens/usage/environmentFile.ts'
import { cutSearch, fold, isSearchCut, searchWords } from './ui/fold.ts'
import { alphabetically, t } from './ui/i18n.tsx'
import { languageFor } from './ui/language.ts'
import { hiddenIn, isUnseen, nameText, visible } from './ui/names.ts'

const uuid = '0f6c2f0f2d4f4f0d9c3a6f1d2b3c4d5e'
const page = { page: 1, pageSize: 100, received: 100, total: null }
const form = { scopes: ['A.B'], bindings: [], networks: [{ text: '10.0.0.1' }], lifetime: '30 days' } as const

/** Everything that parses foreign text: an address, a clipboard, a file, Waldur. */
const parsers: Record<string, (text: string) => unknown> = {
  'the address of the page': (text) => withoutUrlSecrets(`/tokens${text}`),
  'a damaged address': (text) => [meantUrl(`/tokens${text}`), meantUrl(`/tokens/new?name=a&days=${text}`)],
  'a pasted place': pastedUuid,
  'a value in the address': (text) => withoutUrlSecrets(`/tokens#token=x${text}`),
  'the list’s search in the address': (text) => ListView.parse({ q: text, columns: text, sort: text }),
  'the link of a request': parseRequest,
  'a pasted token': readPastedToken,
  'a token in a log': expirySecondIn,
  'secrets in a text': withoutSecrets,
  'secrets in lines': withoutPastedSecrets,
  'a pasted name': joinedLines,
  'a name': nameProblem,
  'a name on the screen': nameText,
  'a name in full': visible,
  'hidden characters': hiddenIn,
  'a text of nothing': isUnseen,
  'a name in a file name': fileNameFor,
  'a name in a table': (text) => csvOf([[text]], ';'),
  'a name in a calendar': (text) =>
    tokensCalendar([{ uuid, name: text, expires_at: '2027-03-03T12:00:00Z' }], Date.UTC(2026, 11, 1)),
  'a name in a sentence': (text) => t('Token {{name}} expires', { name: text }),
  'the order of names': (text) => alphabetically(text, `${text}a`),
  'a folded text': fold,
  'the words of a search': searchWords,
  'a cut search': (text) => [cutSearch(text), isSearchCut(text)],
  'pasted permissions': (text) => pastedScopes(text, ['A.LIST', 'B.LIST']),
  'a pasted body of a request': (text) => pastedScopes(`curl -d '{"scopes": [${text}]}'`, ['A.LIST', 'B.LIST']),
  'pasted lines with a secret': (text) => pastedScopes(`Authorization: Token ${text}\nA.LIST`, ['A.LIST', 'B.LIST']),
  'a constant': (text) => permissionReader(['A.LIST'])(text),
  'a permission': (text) => [wordsFor(text), riskOf(text)],
  'a network': readNetwork,
  'pasted networks': pastedEntries,
  'a kept network': (text) => [shortNetwork(text), covers([text], '10.0.0.1'), covers(['10.0.0.0/8'], text)],
  'a date of a field': localMs,
  'an instant': instantMs,
  'a uuid': normalizeUuid,
  'Retry-After': (text) => retryAfterSeconds(text, 0),
  'the Link header': (text) => [nextPage({ ...page, link: text }), nextPage({ ...page, link: `<${text}>; ${text}` })],
  'a rejection': (text) =>
    placeProblems(new ApiError(400, problemsOf({ allowed_scopes: [text], scopes: text.split('a') })), {
      ...{ ...form, scopes: [...form.scopes], bindings: [...form.bindings], networks: [...form.networks] },
    }),
  'a rejected network': (text) => networkRowOf({ path: ['allowed_networks'], text }, [...form.networks]),
  'a language': (text) => languageFor({ chosen: text, shared: text, preferred: text, browser: [text] }, ['en', 'et']),
}

// What the parsers look for, and what they backtrack over when it is missing.
const SIGNS = [
  ...[...'?#&;=/%+:.,-_|<>"\'()[]{}\\@$ \t\r\n'],
  ...['a', '0', 'w_', 'w_1804075500_', 'token', 'rel=', 'page=', '$t(', '{{', '[[', '%20', '::', '127.0.0.1', uuid],
  ...['authorization: bearer ', '"scopes":[', '\\"', 'Enum.', 'A_LIST'],
  ...[
    '\u0301',
    '\u0327\u0301',
    'é',
    '\u200b',
    '\ufeff',
    '\u2028',
    '\u{1f3f4}',
    '\u{e0067}',
    '👨\u200d',
    '\ufe0f',
    'ن\u200c',
  ],
]

const sign = fc.constantFrom(...SIGNS)
const hostile = fc.record({
  before: fc.array(sign, { maxLength: 2 }).map((signs) => signs.join('')),
  again: fc.array(sign, { minLength: 1, maxLength: 3 }).map((signs) => signs.join('')),
  after: fc.array(sign, { maxLength: 2 }).map((signs) => signs.join('')),
})

/** The inputs that once froze the page. */
const KNOWN = [
  { before: '#token=x', again: '?', after: 'x' },
  { before: 'a', again: ' ', after: 'b' },
  { before: '', again: '\u0327\u0301', after: '' },
  { before: '', again: ':', after: 'x' },
  { before: '\u{1f3f4}', again: '\u{e0067}', after: '' },
]

/** In UTF-16 units. What is fast at this length, and at eight times as much, freezes no page. */
const LONGEST = 2 ** 15
/** In milliseconds: long enough to measure, and too short to notice. */
const FLOOR = 8

/** Milliseconds of processor time, so that other work of a busy machine does not count. */
function cost(read: (text: string) => unknown, text: string): number {
  const before = process.cpuUsage()
  read(text)
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1000
}

/** The least of several runs, because garbage collection and compilation only add to them. */
const least = (read: (text: string) => unknown, text: string): number =>
  Math.min(...Array.from({ length: 3 }, () => cost(read, text)))

/**
 * How much more twice the text costs, at the first length whose cost is measurable; otherwise null. Computed as the
 * third root of what eight times the text costs, where 8 and 64 cannot be confused on any machine.
 */
function growthOf(read: (text: string) => unknown, make: (length: number) => string): number | null {
  for (let length = 1024; length <= LONGEST; length *= 2) {
    if (cost(read, make(length)) >= FLOOR && least(read, make(length)) >= FLOOR) {
      return Math.cbrt(least(read, make(8 * length)) / least(read, make(length)))
    }
  }
  return null
}

describe('twice the text takes at most three times as long', () => {
  test.each(Object.entries(parsers))('%s', (_name, read) => {
    fc.assert(
      fc.property(hostile, ({ before, again, after }) => {
        const make = (length: number) => before + again.repeat(Math.ceil(length / again.length)) + after
        // Quadratic code costs four times as much at every measurement; linear code up to 2.8 times, because of what it
        // leaves to the garbage collection.
        const isLinear = [1, 2, 3].some(() => (growthOf(read, make) ?? 1) <= 3)
        expect(isLinear, JSON.stringify({ before, again, after })).toBe(true)
      }),
      { numRuns: 25, examples: KNOWN.map((known): [typeof known] => [known]), endOnFailure: true },
    )
  })
})

test('input that once froze the page is read quickly', () => {
  const second = 1000
  expect(cost(withoutUrlSecrets, `/tokens#token=x${'?'.repeat(80_000)}x`)).toBeLessThan(second)
  expect(cost(joinedLines, `a${' '.repeat(80_000)}b`)).toBeLessThan(second)
  expect(cost(searchWords, '\u0327\u0301'.repeat(250_000))).toBeLessThan(second)
})
