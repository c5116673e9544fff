// npm run bench: how long the built app takes for what people do, beside a bare page with the same tokens. No part of
// npm test: absolute numbers say little of another machine. BENCH_TOKENS=1000,10000 BENCH_PROCESSORS=fast BENCH_RUNS=5
// choose; JOURNEYS_PAGES measures another build.
import { browserProblem } from './browser.mjs'
import { install } from './install.mjs'
import { runNode, stop } from './run.mjs'

await install()
const problem = browserProblem()
if (problem) stop(problem)
const env = { ...process.env, WALDUR_URL: undefined }
if (!env.JOURNEYS_PAGES) {
  const built = await runNode(['node_modules/vite/bin/vite.js', 'build', '--logLevel', 'warn'], env)
  if (built !== 0) process.exit(built)
}
const playwright = ['node_modules/playwright/cli.js', 'test', '--config', 'e2e/bench/playwright.config.ts']
process.exit(await runNode([...playwright, ...process.argv.slice(2)], env))
