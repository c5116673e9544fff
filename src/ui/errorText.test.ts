import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { RequestError } from '../api/errors.ts'
import { ApiError, EMPTY, NetworkError, NO_END, ShapeError, TOO_LARGE, UNLIKE, WEB_PAGE } from '../api/errors.ts'
import { causeText, errorText } from './errorText.ts'
import { asName, unmarked } from './i18n.tsx'

beforeEach(() => {
  vi.stubGlobal('location', new URL('http://waldur.test/'))
})
afterEach(() => {
  vi.unstubAllGlobals()
})

const by = (method: string) => ({ asked: { method, path: '/', isImpersonating: false, requestId: null } })
const write = by('POST')
const said = [{ path: [], text: 'No, says Waldur.' }]
const saidOfName = [{ path: ['name'], text: 'Name, says Waldur.' }]
/** As `{"message": "…"}`, which Waldur never sends. */
const saidByOther = [{ path: ['message'], text: 'Forbidden' }]

test.each<[RequestError, string]>([
  [new NetworkError('offline'), 'You’re offline. Check your connection and try again.'],
  [new NetworkError('offline', write), 'You’re offline, so nothing was sent. Check your connection and try again.'],
  [new NetworkError('unreachable'), 'Can’t reach Waldur. Check your connection and try again.'],
  [
    new NetworkError('blocked'),
    'An ad blocker or another extension may have stopped this request. Allow it there, then try again.',
  ],
  [new NetworkError('timeout'), 'Waldur took too long to respond. Try again in a moment.'],
  [new NetworkError('cut'), 'The connection dropped before the response was complete. Try again.'],
  [
    new ShapeError(TOO_LARGE),
    'Waldur’s response is too large for this page. If this keeps happening, tell your Waldur administrator.',
  ],
  [
    new ShapeError(WEB_PAGE),
    'A web page came back instead of Waldur’s response. A VPN, proxy or sign-in page may be in the way. Open http://waldur.test/api/ in another tab to see it.',
  ],
  [new ShapeError(NO_END), 'Waldur’s list ended before it was complete. Try again.'],
  [
    new ShapeError(EMPTY),
    'The response was empty. A VPN, proxy or sign-in page may be in the way. Open http://waldur.test/api/ in another tab to see it.',
  ],
  [
    new ShapeError(UNLIKE),
    'The response isn’t one that Waldur sends. A VPN, proxy or sign-in page may be in the way. Open http://waldur.test/api/ in another tab to see it.',
  ],
  [
    new ShapeError('uuid: not a uuid'),
    'This page couldn’t read Waldur’s response (uuid: not a uuid). The Waldur version may be too old or too new.',
  ],
  [new ApiError(500, []), 'Waldur had a problem and couldn’t respond (500). Try again in a moment.'],
  [new ApiError(503, said), 'Waldur had a problem and couldn’t respond (503). Try again in a moment.'],
  [
    new ApiError(503, said, { retryAfter: 7 }),
    'Waldur had a problem and couldn’t respond (503). Try again in 7 seconds.',
  ],
  [new ApiError(502, said), 'Waldur had a problem and couldn’t respond (502). Try again in a moment.'],
  [new ApiError(503, []), 'The server in front of Waldur responded instead (503). Try again in a moment.'],
  [new ApiError(503, saidByOther), 'The server in front of Waldur responded instead (503). Try again in a moment.'],
  [new ApiError(502, []), 'The server in front of Waldur got no response from it (502). Try again in a moment.'],
  [new ApiError(504, []), 'The server in front of Waldur got no response from it (504). Try again in a moment.'],
  [new ApiError(429, said), 'Waldur is limiting requests. Try again in a minute.'],
  [new ApiError(429, said, { retryAfter: 1 }), 'Waldur is limiting requests. Try again in 1 second.'],
  [new ApiError(429, []), 'The server in front of Waldur is limiting requests. Try again in a minute.'],
  [new ApiError(401, said), 'Your session ended. Sign in again.'],
  [new ApiError(401, said, by('GET')), 'Your session ended. Sign in again.'],
  [new ApiError(401, said, by('DELETE')), 'You’re signed in again. Nothing was changed.'],
  [
    new ApiError(404, said),
    'The response was “not found” (404). It may not be from Waldur, or this Waldur server may be too old. Try again.',
  ],
  [new ApiError(400, saidOfName), 'Name, says Waldur.'],
  [new ApiError(403, said), 'No, says Waldur.'],
  [new ApiError(405, saidByOther), 'The server in front of Waldur responded instead (405).'],
  [new ApiError(413, []), 'The server in front of Waldur responded instead (413).'],
])('describes %o', (error, sentence) => {
  expect(unmarked(errorText(error))).toBe(sentence)
})

test('marks what a browser’s translator has to leave alone', () => {
  expect(causeText(new ShapeError(WEB_PAGE))).toContain(asName('http://waldur.test/api/'))
  expect(causeText(new ShapeError('uuid: not a uuid'))).toContain(asName('uuid: not a uuid'))
})

test('leaves out the wait, which has its own countdown', () => {
  expect(causeText(new ApiError(429, said, { retryAfter: 7 }))).toBe('Waldur is limiting requests.')
  expect(causeText(new ApiError(503, said, { retryAfter: 7 }))).toBe('Waldur had a problem and couldn’t respond (503).')
})
