// npm test: every check, fastest first; a failure doesn't stop the rest. npm test -- unit build: only these steps.
// npm run test:all: also the slow steps and those that need the network. npm run test:all -- clients: only that one.
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { engineProblem } from './engines.mjs'
import { install } from './install.mjs'
import { runNode, SKIPPED, stop } from './run.mjs'
import { bringServers } from './servers.mjs'
import { moreSteps, steps, stepsReport } from './steps.mjs'

const names = process.argv.slice(2)
const offered = names.includes('--all') ? [...steps, ...moreSteps] : steps
const chosen = choose(names.filter((name) => name !== '--all'))
await install()
// A report of an earlier run must not count for this one.
rmSync('reports', { recursive: true, force: true })
mkdirSync('reports')
const browsers = new Set(chosen.flatMap(({ browser }) => browser ?? []))
const problems = new Map([...browsers].map((browser) => [browser, engineProblem(browser)]))
if (browsers.has('chromium')) bringServers()
// Tests create and revoke tokens, so they never run on the server that WALDUR_URL names.
const env = { ...process.env, WALDUR_URL: undefined }

const results = []
for (const step of chosen) {
  results.push(await perform(step))
  writeFileSync(stepsReport, JSON.stringify(results))
}
console.log(`\n── summary ──\n${results.map(line).join('\n')}\n`)
process.exit(results.every(({ status }) => status === 'passed' || status === 'skipped') ? 0 : 1)

/** A step that needs another one runs it first, so that e2e tests never run on an old build. */
function choose(names) {
  const unknown = names.find((name) => !offered.some((step) => step.name === name))
  if (unknown) stop(`There is no step "${unknown}". The steps are ${offered.map(({ name }) => name).join(', ')}.`)
  const needed = offered.filter(({ name }) => names.includes(name)).map(({ needs }) => needs)
  return names.length === 0 ? offered : offered.filter(({ name }) => names.includes(name) || needed.includes(name))
}

async function perform({ name, args, needs, browser }) {
  console.log(`\n── ${name} ──`)
  const obstacle = obstacleTo(needs, browser)
  if (obstacle) console.log(obstacle.sentence)
  const started = performance.now()
  const status = obstacle ? obstacle.status : outcome(await runNode(args, env))
  const result = { name, status, ms: performance.now() - started }
  if (!obstacle) console.log(line(result))
  return result
}

function obstacleTo(needs, browser) {
  const isMissing = results.some((result) => result.name === needs && result.status !== 'passed')
  return isMissing ? { sentence: `Not run: ${needs} failed.`, status: 'not run' } : problems.get(browser)
}

function outcome(exitCode) {
  if (exitCode === SKIPPED) return 'skipped'
  return exitCode === 0 ? 'passed' : 'failed'
}

function line({ name, status, ms }) {
  return `${name.padEnd(10)}${status.padEnd(9)}${`${(ms / 1000).toFixed(1)} s`.padStart(8)}`
}
