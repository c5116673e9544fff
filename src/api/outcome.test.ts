import { expect, test } from 'vitest'
import { ApiError, NetworkError, ShapeError } from './errors.ts'
import { isOutcomeUnknown, isRotateUnknown } from './outcome.ts'

const said = [{ path: [], text: 'No.' }]
const refusal = (status: number) => new ApiError(status, said)
const proxy = (status: number) => new ApiError(status, [])

test.each([
  ['a refusal in words', refusal(400), false, true],
  ['403 in words', refusal(403), false, false],
  ['404 in words', refusal(404), true, true],
  ['404 of a gateway', proxy(404), true, true],
  ['404, and a look that saw nothing changed', new ApiError(404, said, { cameToNothing: true }), false, false],
  ['a throttle of Waldur', refusal(429), false, false],
  ['a session that ended', proxy(401), false, false],
  ['offline', new NetworkError('offline'), false, false],
  ['a request seen twice', refusal(409), true, true],
  ['a request that took too long', refusal(408), true, true],
  ['a proxy that slows down', proxy(429), true, true],
  ['a proxy that refuses', proxy(403), true, true],
  ['a fault in words', refusal(500), true, true],
  ['a proxy without Waldur', proxy(502), true, true],
  ['a fault without words', proxy(500), true, true],
  ['a Waldur that is busy', proxy(503), true, true],
  ['a proxy that waited too long', proxy(504), true, true],
  ['no connection', new NetworkError('unreachable'), true, true],
  ['no answer in time', new NetworkError('timeout'), true, true],
  ['half an answer', new NetworkError('cut'), true, true],
  ['an answer of another shape', new ShapeError('token: missing'), true, true],
])('after %s', (_case, error, create, rotate) => {
  expect([isOutcomeUnknown(error), isRotateUnknown(error)]).toEqual([create, rotate])
})
