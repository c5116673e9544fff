import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { RequestError } from '../api/errors.ts'
import { ApiError, NetworkError, NO_END, ShapeError, TOO_LARGE } from '../api/errors.ts'
import { causeText, errorText } from './errorText.ts'

beforeEach(() => {
  vi.stubGlobal('location', new URL('http://waldur.test/'))
})
afterEach(() => {
  vi.unstubAllGlobals()
})

const write = { asked: { method: 'POST', path: '/', isImpersonating: false, requestId: null } }
const said = [{ path: ['name'], text: 'Name, says Waldur.' }]

test.each<[RequestError, string]>([
  [new NetworkError('offline'), 'You are offline. Check your connection and try again.'],
  [new NetworkError('offline', write), 'You are offline; nothing was sent. Check your connection and try again.'],
  [new NetworkError('unreachable'), 'Waldur cannot be reached. Check your connection and try again.'],
  [new NetworkError('timeout'), 'Waldur took too long to respond. Try again in a moment.'],
  [new NetworkError('cut'), 'The connection broke in the middle of the answer. Try again.'],
  [
    new ShapeError(TOO_LARGE),
    'Waldur’s answer is larger than this page takes. If it stays so, tell an administrator of this Waldur.',
  ],
  [new ShapeError(NO_END), 'Waldur’s list ended before all of it had come. Try again.'],
  [
    new ShapeError('not JSON'),
    'Waldur answered something that this page cannot read (not JSON). Its version may be too old or too new.',
  ],
  [new ApiError(500, []), 'Waldur has a problem and could not answer (500). Try again in a moment.'],
  [new ApiError(503, []), 'Waldur has a problem and could not answer (503). Try again in a moment.'],
  [
    new ApiError(503, [], { retryAfter: 7 }),
    'Waldur has a problem and could not answer (503). Try again in 7 seconds.',
  ],
  [new ApiError(502, []), 'The server in front of Waldur could not reach it (502). Try again in a moment.'],
  [new ApiError(504, []), 'The server in front of Waldur could not reach it (504). Try again in a moment.'],
  [new ApiError(429, []), 'Waldur asks us to slow down. Try again in a minute.'],
  [new ApiError(429, [], { retryAfter: 1 }), 'Waldur asks us to slow down. Try again in one second.'],
  [new ApiError(401, said), 'Your session ended. Sign in again.'],
  [
    new ApiError(404, said),
    'The answer was “not found” (404). It may not be Waldur’s own, or this Waldur may be too old. Try again.',
  ],
  [new ApiError(400, said), 'Name, says Waldur.'],
  [new ApiError(403, said), 'Name, says Waldur.'],
  [new ApiError(403, []), 'You are not allowed to do this.'],
  [new ApiError(418, []), 'Waldur refused the request (418).'],
])('describes %o', (error, sentence) => {
  expect(errorText(error)).toBe(sentence)
})

test('leaves out the wait, which has its own countdown', () => {
  expect(causeText(new ApiError(429, [], { retryAfter: 7 }))).toBe('Waldur asks us to slow down.')
  expect(causeText(new ApiError(503, [], { retryAfter: 7 }))).toBe('Waldur has a problem and could not answer (503).')
})
