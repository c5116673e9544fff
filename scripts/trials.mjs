// npm run test:trials: all lost-response trials instead of the few that npm test runs, with a seed of their own.
import { browserProblem } from './browser.mjs'
import { install } from './install.mjs'
import { runNode, stop } from './run.mjs'

await install()
const problem = browserProblem()
if (problem) stop(problem)
const seed = process.env.TRIALS_SEED || String(Date.now() % 1_000_000)
console.log(`TRIALS_SEED=${seed} repeats this run.`)
const env = { ...process.env, WALDUR_URL: undefined, TRIALS: 'full', TRIALS_SEED: seed }
const built = await runNode(['node_modules/vite/bin/vite.js', 'build', '--logLevel', 'warn'], env)
if (built !== 0) process.exit(built)
const playwright = ['node_modules/playwright/cli.js', 'test', '--config', 'e2e/playwright.config.ts']
process.exit(await runNode([...playwright, 'trials', ...process.argv.slice(2)], env))
