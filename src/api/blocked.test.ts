import { expect, test } from 'vitest'
import { blockedOr } from './blocked.ts'
import { ApiError, NetworkError } from './errors.ts'

const responds = async () => 'fine'
const fails = () => Promise.reject(new NetworkError('unreachable'))

test('a read that got no response is called blocked only if another one gets one', async () => {
  const error = new NetworkError('unreachable')
  expect(await blockedOr(error, responds)).toMatchObject({ kind: 'blocked', cause: error })
  expect(await blockedOr(error, fails)).toBe(error)
})

test.each([new NetworkError('offline'), new NetworkError('timeout'), new NetworkError('cut'), new ApiError(500, [])])(
  '%s stays what it is',
  async (error) => {
    expect(await blockedOr(error, responds)).toBe(error)
  },
)
