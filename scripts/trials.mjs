// The step `trials` of npm run test:all, with the tests that take too long for npm test: the lost-response trials with
// a seed of their own and those behind nginx, every place and moment at which a secret must not be found, the soak, ten
// and fifty thousand tokens, the commands of docs/deployment.md, each hostile string in each place, and each release of
// Waldur.
import { runNode } from './run.mjs'

const seed = process.env.TRIALS_SEED || String(Date.now() % 1_000_000)
console.log(`TRIALS_SEED=${seed} repeats this run.`)
// With a reporter of its own, so that the report of the step `journeys` is kept.
const playwright = ['node_modules/playwright/cli.js', 'test', '--config', 'e2e/playwright.config.ts', '--reporter=list']
const env = { ...process.env, TRIALS: 'full', TRIALS_SEED: seed }
process.exit(
  await runNode(
    [...playwright, 'trials', 'containment', 'soak', 'tenThousand', 'deployDocs', 'hostile', 'releases'],
    env,
  ),
)
