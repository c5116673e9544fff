// npm test: every check, fastest first; a failed one does not hide the next. npm test -- unit build: only these.
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { browserProblem } from './browser.mjs'
import { install } from './install.mjs'
import { runNode, stop } from './run.mjs'
import { bringServers } from './servers.mjs'
import { steps, stepsReport } from './steps.mjs'

const chosen = choose(process.argv.slice(2))
await install()
// A report of an earlier run must never be counted for this one.
rmSync('reports', { recursive: true, force: true })
mkdirSync('reports')
const hasJourneys = chosen.some(({ name }) => name === 'journeys')
const noBrowser = hasJourneys ? browserProblem() : undefined
if (hasJourneys) bringServers()
// Tests create and revoke tokens: never on the Waldur that somebody's shell points to.
const env = { ...process.env, WALDUR_URL: undefined }

const results = []
for (const step of chosen) {
  results.push(await perform(step))
  writeFileSync(stepsReport, JSON.stringify(results))
}
console.log(`\n── summary ──\n${results.map(line).join('\n')}\n`)
process.exit(results.every(({ status }) => status === 'passed') ? 0 : 1)

/** A step that needs another one brings it along, so that journeys never run on an old build. */
function choose(names) {
  const unknown = names.find((name) => !steps.some((step) => step.name === name))
  if (unknown) stop(`There is no step "${unknown}"; the steps are ${steps.map(({ name }) => name).join(', ')}.`)
  const needed = steps.filter(({ name }) => names.includes(name)).map(({ needs }) => needs)
  return names.length === 0 ? steps : steps.filter(({ name }) => names.includes(name) || needed.includes(name))
}

async function perform({ name, args, needs }) {
  console.log(`\n── ${name} ──`)
  const obstacle = obstacleTo(name, needs)
  if (obstacle) console.log(obstacle)
  const started = performance.now()
  const isPassed = !obstacle && (await runNode(args, env)) === 0
  const result = {
    name,
    status: obstacle ? 'not run' : isPassed ? 'passed' : 'failed',
    ms: performance.now() - started,
  }
  if (!obstacle) console.log(line(result))
  return result
}

function obstacleTo(name, needs) {
  if (results.some((result) => result.name === needs && result.status !== 'passed')) return `Not run: ${needs} failed.`
  return name === 'journeys' ? noBrowser : undefined
}

function line({ name, status, ms }) {
  return `${name.padEnd(10)}${status.padEnd(9)}${`${(ms / 1000).toFixed(1)} s`.padStart(8)}`
}
