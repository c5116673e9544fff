import { expect, test } from './fixtures.ts'
import { sent } from './sandboxSteps.ts'
import { seed, titleOf, trials } from './trialPlans.ts'
import {
  expectOneSend,
  expectTheSecretToBeLeft,
  expectTruthOfOld,
  hear,
  issued,
  prepare,
  spoilAnswers,
} from './trialSteps.ts'
import type { Result } from './trialTable.ts'
import { tableOf } from './trialTable.ts'

for (const op of ['create', 'rotate'] as const) {
  test.describe(`answers to ${op} lost at random (TRIALS_SEED=${seed})`, () => {
    // One worker for all, because it collects the results.
    test.describe.configure({ mode: 'default' })
    const results: Result[] = []

    for (const trial of trials.filter((each) => each.op === op)) {
      test(titleOf(trial), async ({ origin, page, sandbox, tolerate }) => {
        tolerate('broken connection', 400, 502, 504)
        const attempt = await prepare({ page, sandbox, origin }, trial)
        spoilAnswers(attempt, trial.cuts)
        const said = await hear(attempt)
        const there = await issued(attempt)
        results.push({ trial, said, issued: there, sends: sent(sandbox, 'POST', attempt.path) })
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
