import type { Cutter, Moment } from './cutter.ts'
import { startCutter } from './cutter.ts'
import { expect } from './fixtures.ts'
import type { Said } from './lossSteps.ts'
import { expectTruthOfOld, hear, issued, prepare } from './lossSteps.ts'
import { sent } from './sandboxSteps.ts'
import { test as base } from './serve.ts'

/**
 * The browser's connection to nginx breaks, in front of a Waldur server that ignores `Idempotency-Key`. With the rule
 * of `deploy/nginx.conf`, no click is carried out twice; without it, some are, which shows that this test can fail.
 */
const test = base.extend<{ rule: boolean; cutter: Cutter }>({
  rule: [true, { option: true }],
  cutter: async ({ origins, rule, serve }, provide) => {
    const cutter = await startCutter(await serve.nginx({ withoutOnce: !rule }))
    origins.add(cutter.origin)
    await provide(cutter)
    await cutter.stop()
  },
  baseURL: async ({ cutter }, provide) => {
    await provide(cutter.origin)
  },
})

interface Result {
  said: Said
  /** How often the request arrived at Waldur. */
  arrived: number
  issued: number
}

const count = (results: Result[], is: (result: Result) => boolean) => results.filter(is).length

const momentOf = (number: number): Moment => (number % 4 === 0 ? 'at once' : 'at the response')

for (const [rule, clicks] of [
  [true, 100],
  [false, 20],
] as const) {
  for (const op of ['create', 'rotate'] as const) {
    test.describe(`row 31: ${op} behind nginx ${rule ? 'with' : 'without'} the rule`, () => {
      // One worker for all of them, which adds them up in the end.
      test.describe.configure({ mode: 'default' })
      test.use({ rule })
      const results: Result[] = []

      for (let number = 1; number <= clicks; number += 1) {
        // The page's own send, and up to two that the browser repeats.
        const [times, moment] = [1 + (Math.floor(number / 4) % 3), momentOf(number)]
        test(`click ${number}: the browser’s connection breaks ${moment}, ${times}x`, async ({
          cutter,
          origin,
          page,
          sandbox,
          tolerate,
        }) => {
          tolerate('broken connection', 400, 409)
          const attempt = await prepare({ page, sandbox, origin }, { op, replays: false, namesake: false })
          cutter.cutNext(attempt.path, times, moment)
          const said = await hear(attempt)
          expect(cutter.cuts()).toBeGreaterThan(0)
          const result = { said, arrived: sent(sandbox, 'POST', attempt.path), issued: await issued(attempt) }
          results.push(result)
          expect(said.named, `${said.what}: living tokens named by the page, and there`).toBe(result.issued)
          await expectTruthOfOld(attempt, said)
          if (rule) {
            expect(result.arrived, 'requests of one click that reached Waldur').toBeLessThanOrEqual(1)
            expect(said.what).toMatch(/^(lost|nothing)$/)
          }
        })
      }

      test.afterAll(() => {
        const twice = count(results, ({ arrived }) => arrived > 1)
        const twins = count(results, (result) => result.issued > 1)
        const words = ['lost', 'nothing', 'secret'].map(
          (what) => `${what} ${count(results, ({ said }) => said.what === what)}`,
        )
        process.stdout.write(
          `\n${op}, ${rule ? 'with' : 'without'} the rule: ${results.length} clicks, done twice ${twice}, twins ${twins}; said: ${words.join(', ')}\n`,
        )
        if (!rule && results.length > 0) expect(twice, 'without the rule a click is done twice').toBeGreaterThan(0)
      })
    })
  }
}
