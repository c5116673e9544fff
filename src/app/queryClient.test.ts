import { describe, expect, test } from 'vitest'
import { ApiError, NetworkError, ShapeError } from '../api/errors.ts'
import { retry, retryDelay } from './queryClient.ts'

const wait = (seconds: number | null) => ({ retryAfter: seconds })

describe('a failed read', () => {
  test.each([
    ['503', new ApiError(503, [])],
    ['503 with a wait', new ApiError(503, [], wait(40))],
    ['502', new ApiError(502, [])],
    ['504', new ApiError(504, [])],
    ['408', new ApiError(408, [])],
    ['429 with a wait', new ApiError(429, [], wait(40))],
    ['a broken connection', new NetworkError('unreachable')],
    ['a response that was cut', new NetworkError('cut')],
    ['no network', new NetworkError('offline')],
  ])('is retried twice after %s', (_what, error) => {
    expect([0, 1, 2, 3].map((failures) => retry(failures, error))).toEqual([true, true, false, false])
  })

  test.each([
    ['429 without a word on when', new ApiError(429, [])],
    ['500', new ApiError(500, [])],
    ['404', new ApiError(404, [])],
    ['403', new ApiError(403, [])],
    ['401', new ApiError(401, [])],
    ['no response in time', new NetworkError('timeout')],
    ['a response of another shape', new ShapeError('not JSON')],
    ['a bug', new TypeError('x is undefined')],
  ])('is not retried after %s', (_what, error) => {
    expect(retry(0, error)).toBe(false)
  })

  test('waits as long as Waldur asks', () => {
    expect(retryDelay(0, new ApiError(503, [], wait(40)))).toBe(40_000)
    expect(retryDelay(1, new ApiError(429, [], wait(1)))).toBe(1000)
  })

  test('waits briefly otherwise, and longer the second time', () => {
    for (const [failures, least, most] of [
      [0, 500, 750],
      [1, 1000, 1500],
    ] as const) {
      const ms = retryDelay(failures, new NetworkError('unreachable'))
      expect(ms).toBeGreaterThanOrEqual(least)
      expect(ms).toBeLessThanOrEqual(most)
    }
  })
})
