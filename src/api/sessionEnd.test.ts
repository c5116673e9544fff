import fc from 'fast-check'
import { expect, it } from 'vitest'
import { extended } from './sessionEnd.ts'

const hour = 3_600_000
const session = { at: 10 * hour, lifetimeMs: hour }

it.each([
  ['in the first half of its life changes nothing', 9.4 * hour, session.at],
  ['in the second half puts the end off by the whole lifetime', 9.6 * hour, 10.6 * hour],
  ['after the end does not bring it back', 10.1 * hour, session.at],
])('a request %s', (_when, now, at) => {
  expect(extended(session, now)).toEqual({ ...session, at })
})

it('the end never moves closer, and never beyond one lifetime after the last request', () => {
  const gaps = fc.array(fc.integer({ min: 0, max: 2 * hour }), { maxLength: 30 })
  fc.assert(
    fc.property(gaps, (waits) => {
      let end = session
      let now = session.at - hour
      for (const wait of waits) {
        now += wait
        const next = extended(end, now)
        expect(next.at).toBeGreaterThanOrEqual(end.at)
        expect(next.at).toBeLessThanOrEqual(Math.max(end.at, now + hour))
        // A user who is active in time always keeps at least half of the lifetime.
        if (now < end.at) expect(next.at - now).toBeGreaterThanOrEqual(hour / 2)
        end = next
      }
    }),
    { numRuns: 1000 },
  )
})
