import { expect, test } from 'vitest'
import { ApiError, NetworkError, ShapeError, WEB_PAGE } from './errors.ts'
import { mayStillRun } from './failures.ts'
import { isOutcomeUnknown, isRotateUnknown } from './outcome.ts'

const said = [{ path: [], text: 'No.' }]
const rejection = (status: number) => new ApiError(status, said)
const proxy = (status: number) => new ApiError(status, [])

test.each([
  ['a rejection with a message', rejection(400), false, true],
  ['403 with a message', rejection(403), false, false],
  ['404 with a message', rejection(404), true, true],
  ['404 of a gateway', proxy(404), true, true],
  ['404, and a check that found no change', new ApiError(404, said, { changedNothing: true }), false, false],
  ['a rate limit of Waldur', rejection(429), false, false],
  ['an ended session', rejection(401), false, false],
  ['offline', new NetworkError('offline'), false, false],
  ['a request seen twice', rejection(409), true, true],
  ['a request timeout', rejection(408), true, true],
  ['a rate limit of a proxy', proxy(429), true, true],
  ['a proxy that rejects', proxy(403), true, true],
  ['a proxy that rejects in JSON', new ApiError(403, [{ path: ['message'], text: 'No.' }]), true, true],
  ['a server error with a message', rejection(500), true, true],
  ['a bad gateway', proxy(502), true, true],
  ['a server error without a message', proxy(500), true, true],
  ['a busy gateway', proxy(503), true, true],
  ['a gateway timeout', proxy(504), true, true],
  ['no connection', new NetworkError('unreachable'), true, true],
  ['no response in time', new NetworkError('timeout'), true, true],
  ['half a response', new NetworkError('cut'), true, true],
  ['a response of another shape', new ShapeError('token: missing'), true, true],
])('after %s', (_case, error, create, rotate) => {
  expect([isOutcomeUnknown(error), isRotateUnknown(error)]).toEqual([create, rotate])
})

test.each([
  ['no response in time', new NetworkError('timeout'), true],
  ['a gateway timeout', proxy(504), true],
  ['a bad gateway', proxy(502), true],
  ['a request seen twice', proxy(409), true],
  ['a proxy whose server is down or busy', proxy(503), true],
  ['a proxy’s own error', proxy(524), true],
  ['no connection', new NetworkError('unreachable'), true],
  ['half a response', new NetworkError('cut'), true],
  ['a web page', new ShapeError(WEB_PAGE), true],
  ['offline', new NetworkError('offline'), false],
  ['a busy Waldur', rejection(503), false],
  ['a fault of Waldur', proxy(500), false],
  ['a rejection', rejection(400), false],
  ['a rate limit of a proxy', proxy(429), false],
  ['a body too large for a proxy', proxy(413), false],
  ['a proxy that knows no such path', proxy(404), false],
  ['a success without a secret', new ShapeError('token: expected string, got undefined'), false],
])('after %s, Waldur may still be at work: %o', (_case, error, may) => {
  expect(mayStillRun(error)).toBe(may)
})
