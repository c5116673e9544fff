// The step `slow` of npm run test:all: tests that take too long for npm test. They lose responses at random with a
// new seed, cut connections behind nginx, look for secrets in every place and at every moment, repeat everything until
// a leak would show, load ten and fifty thousand tokens, follow docs/deployment.md, try every hostile string in every
// place, every release of Waldur, twice as many widths and each screen on a phone, and let axe check the page after
// every fault.
import { runNode } from './run.mjs'

const seed = process.env.JOURNEYS_SEED || String(Date.now() % 1_000_000)
console.log(`JOURNEYS_SEED=${seed} repeats this run.`)
// With another reporter, so that the report of the step `journeys` is kept.
const playwright = ['node_modules/playwright/cli.js', 'test', '--config', 'e2e/playwright.config.ts', '--reporter=list']
const env = { ...process.env, JOURNEYS_FULL: '1', JOURNEYS_SEED: seed }
const tests = '@slow|\\.slow\\.spec|(hostile|releases|widths|longWords)\\.spec|row \\d+:'
process.exit(await runNode([...playwright, '--grep', tests], env))
