// npm run test:trials: what takes too long for npm test, in full: all lost-response trials with a seed of their own
// and those behind nginx, every place and moment at which a secret must not be found, the soak, and each hostile string
// on a screen of its own.
import { browserProblem } from './browser.mjs'
import { install } from './install.mjs'
import { runNode, stop } from './run.mjs'
import { bringServers } from './servers.mjs'

await install()
const problem = browserProblem()
if (problem) stop(problem)
bringServers()
const seed = process.env.TRIALS_SEED || String(Date.now() % 1_000_000)
console.log(`TRIALS_SEED=${seed} repeats this run.`)
const env = { ...process.env, WALDUR_URL: undefined, TRIALS: 'full', TRIALS_SEED: seed }
const built = await runNode(['node_modules/vite/bin/vite.js', 'build', '--logLevel', 'warn'], env)
if (built !== 0) process.exit(built)
const playwright = ['node_modules/playwright/cli.js', 'test', '--config', 'e2e/playwright.config.ts']
process.exit(await runNode([...playwright, 'trials', 'containment', 'soak', 'hostile', ...process.argv.slice(2)], env))
