import { expect, test } from './fixtures.ts'
import { plans, seed, titleOf } from './lossPlans.ts'
import {
  expectOneSend,
  expectTheSecretToBeLeft,
  expectTruthOfOld,
  hear,
  issued,
  prepare,
  spoilResponses,
} from './lossSteps.ts'
import type { Result } from './lossTable.ts'
import { tableOf } from './lossTable.ts'
import { sent } from './sandboxSteps.ts'

for (const op of ['create', 'rotate'] as const) {
  test.describe(`responses to ${op} lost at random (JOURNEYS_SEED=${seed})`, () => {
    // One worker for all, because it collects the results.
    test.describe.configure({ mode: 'default' })
    const results: Result[] = []

    for (const plan of plans.filter((each) => each.op === op)) {
      test(titleOf(plan), async ({ origin, page, sandbox, tolerate }) => {
        tolerate('broken connection', 400, 502, 504)
        const attempt = await prepare({ page, sandbox, origin }, plan)
        spoilResponses(attempt, plan.cuts)
        const said = await hear(attempt)
        const there = await issued(attempt)
        results.push({ plan, said, issued: there, sends: sent(sandbox, 'POST', attempt.path) })
        expect(said.named, `${said.what}: active tokens, according to the page and to Waldur`).toBe(there)
        expect(said.what).not.toBe('cannot tell')
        expectOneSend(attempt)
        await expectTruthOfOld(attempt, said)
        if (said.what === 'secret') await expectTheSecretToBeLeft(attempt)
      })
    }

    test.afterAll(() => {
      process.stdout.write(`\n${tableOf(results)}\n`)
    })
  })
}
