import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { RequestError } from '../api/errors.ts'
import { ApiError, NetworkError, NO_END, ShapeError, TOO_LARGE, WEB_PAGE } from '../api/errors.ts'
import { causeText, errorText } from './errorText.ts'

beforeEach(() => {
  vi.stubGlobal('location', new URL('http://waldur.test/'))
})
afterEach(() => {
  vi.unstubAllGlobals()
})

const by = (method: string) => ({ asked: { method, path: '/', isImpersonating: false, requestId: null } })
const write = by('POST')
const said = [{ path: ['name'], text: 'Name, says Waldur.' }]

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
    new ShapeError('not JSON'),
    'This page couldn’t read Waldur’s response (not JSON). The Waldur version may be too old or too new.',
  ],
  [new ApiError(500, []), 'Waldur had a problem and couldn’t respond (500). Try again in a moment.'],
  [new ApiError(503, []), 'Waldur had a problem and couldn’t respond (503). Try again in a moment.'],
  [
    new ApiError(503, [], { retryAfter: 7 }),
    'Waldur had a problem and couldn’t respond (503). Try again in 7 seconds.',
  ],
  [new ApiError(502, []), 'The server in front of Waldur couldn’t reach it (502). Try again in a moment.'],
  [new ApiError(504, []), 'The server in front of Waldur couldn’t reach it (504). Try again in a moment.'],
  [new ApiError(429, []), 'Waldur is limiting requests. Try again in a minute.'],
  [new ApiError(429, [], { retryAfter: 1 }), 'Waldur is limiting requests. Try again in 1 second.'],
  [new ApiError(401, said), 'Your session ended. Sign in again.'],
  [new ApiError(401, said, by('GET')), 'Your session ended. Sign in again.'],
  [new ApiError(401, said, by('DELETE')), 'You’re signed in again. Nothing was changed.'],
  [
    new ApiError(404, said),
    'The response was “not found” (404). It may not be from Waldur, or this Waldur server may be too old. Try again.',
  ],
  [new ApiError(400, said), 'Name, says Waldur.'],
  [new ApiError(403, said), 'Name, says Waldur.'],
  [new ApiError(403, []), 'You’re not allowed to do this.'],
  [new ApiError(418, []), 'Waldur rejected the request (418).'],
])('describes %o', (error, sentence) => {
  expect(errorText(error)).toBe(sentence)
})

test('leaves out the wait, which has its own countdown', () => {
  expect(causeText(new ApiError(429, [], { retryAfter: 7 }))).toBe('Waldur is limiting requests.')
  expect(causeText(new ApiError(503, [], { retryAfter: 7 }))).toBe('Waldur had a problem and couldn’t respond (503).')
})
