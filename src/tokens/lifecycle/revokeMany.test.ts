import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { RequestError } from '../../api/errors.ts'
import { ApiError, NetworkError, ShapeError, WEB_PAGE } from '../../api/errors.ts'
import type { Outcome } from './revokeMany.ts'
import { revokeMany } from './revokeMany.ts'

const uuidsOf = (count: number) => Array.from({ length: count }, (_, index) => `uuid-${index}`)
const slowDown = () => new ApiError(429, [], { retryAfter: 7 })

interface World {
  sent: string[]
  most: number
  outcomes: Map<string, Outcome>
  waits: number[]
  sentDuringWait: number
}

/** Runs with responses by uuid, one for each attempt, in the order that `scheduler` decides. */
async function run(
  uuids: string[],
  responseOf: (uuid: string, attempt: number) => 'revoked' | 'already revoked' | RequestError,
  { scheduler, stop = new AbortController() }: { scheduler?: fc.Scheduler; stop?: AbortController } = {},
): Promise<World> {
  const world: World = { sent: [], most: 0, outcomes: new Map(), waits: [], sentDuringWait: 0 }
  let underWay = 0
  let waiting = 0
  const settled = revokeMany({
    uuids,
    stop,
    revoke: async (uuid) => {
      world.sent.push(uuid)
      if (waiting > 0) world.sentDuringWait += 1
      underWay += 1
      world.most = Math.max(world.most, underWay)
      await (scheduler ? scheduler.schedule(Promise.resolve()) : Promise.resolve())
      underWay -= 1
      const response = responseOf(uuid, world.sent.filter((one) => one === uuid).length)
      if (response instanceof Error) throw response
      return response
    },
    wait: async (ms) => {
      world.waits.push(ms)
      waiting += 1
      await (scheduler ? scheduler.schedule(Promise.resolve()) : Promise.resolve())
      waiting -= 1
    },
    report: (uuid, outcome) => world.outcomes.set(uuid, outcome),
    reportWait: () => {},
  })
  await (scheduler ? scheduler.waitFor(settled) : settled)
  return world
}

describe('revokeMany', () => {
  test('revokes each token once, at most four at a time, and knows each result', async () => {
    const response = fc.constantFrom(
      'revoked' as const,
      'already revoked' as const,
      new ApiError(500, []),
      new ApiError(403, []),
    )
    await fc.assert(
      fc.asyncProperty(fc.scheduler(), fc.array(response, { maxLength: 40 }), async (scheduler, responses) => {
        const uuids = uuidsOf(responses.length)
        const world = await run(uuids, (uuid) => responses[uuids.indexOf(uuid)] ?? 'revoked', { scheduler })
        expect([...world.sent].sort()).toEqual([...uuids].sort())
        expect(world.most).toBeLessThanOrEqual(4)
        expect(uuids.map((uuid) => world.outcomes.get(uuid))).toEqual(
          responses.map((one) => (typeof one === 'string' ? one : { failed: one })),
        )
      }),
    )
  })

  test('runs four at a time if there are that many', async () => {
    expect((await run(uuidsOf(9), () => 'revoked')).most).toBe(4)
  })

  test('a rate limit delays all requests that have not started, then the token is tried again', async () => {
    await fc.assert(
      fc.asyncProperty(fc.scheduler(), fc.array(fc.boolean(), { minLength: 1 }), async (scheduler, slow) => {
        const uuids = uuidsOf(slow.length)
        const isSlow = (uuid: string) => slow[uuids.indexOf(uuid)] ?? false
        const world = await run(uuids, (uuid, attempt) => (isSlow(uuid) && attempt === 1 ? slowDown() : 'revoked'), {
          scheduler,
        })
        expect(world.waits).toEqual(slow.filter(Boolean).map(() => 7000))
        expect(world.sentDuringWait).toBe(0)
        expect([...world.outcomes.values()]).toEqual(uuids.map(() => 'revoked'))
        expect(world.sent).toHaveLength(slow.length + world.waits.length)
      }),
    )
  })

  test('gives up on a token that is always rate limited', async () => {
    const world = await run(['one'], slowDown)
    expect(world.sent).toHaveLength(5)
    expect(world.outcomes.get('one')).toEqual({ failed: expect.any(ApiError) })
  })

  test.each([new ApiError(401, []), new NetworkError('offline'), new ShapeError(WEB_PAGE)])(
    'sends nothing more after %s',
    async (error) => {
      const world = await run(uuidsOf(50), (uuid) => (uuid === 'uuid-0' ? error : 'revoked'))
      expect(world.sent.length).toBeLessThanOrEqual(8)
      expect(world.outcomes.get('uuid-0')).toEqual({ failed: error })
      expect(world.outcomes.has('uuid-49')).toBe(false)
    },
  )

  test('stopping lets running requests finish, and sends no more', async () => {
    const stop = new AbortController()
    const world = await run(
      uuidsOf(50),
      () => {
        stop.abort()
        return 'revoked'
      },
      { stop },
    )
    expect(world.sent).toHaveLength(4)
    expect([...world.outcomes.values()]).toEqual(['revoked', 'revoked', 'revoked', 'revoked'])
  })

  test('a bug is not taken for a response', async () => {
    await expect(
      run(['one'], () => {
        throw new TypeError('a bug')
      }),
    ).rejects.toThrow('a bug')
  })
})
