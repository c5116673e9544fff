// npm run bench: how long the built app takes for what people do, compared with the same page built with react-admin
// and with the floor, the least that a browser can do. Not part of npm test, because times depend on the machine.
// docs/performance.md has the options and limits; the exit code is 1 if a limit is missed. JOURNEYS_PAGES measures
// another build.
import { readFileSync, rmSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { browserProblem } from './browser.mjs'
import { install } from './install.mjs'
import { buildPeer } from './peer.mjs'
import { runNode, stop } from './run.mjs'

const REPORT = 'reports/bench.json'

const options = optionsOf(process.argv.slice(2))
await install()
const problem = browserProblem()
if (problem) stop(problem)
const env = { ...process.env, WALDUR_URL: undefined, BENCH_OPTIONS: JSON.stringify(options) }
if (!env.JOURNEYS_PAGES) {
  const built = await runNode(['node_modules/vite/bin/vite.js', 'build', '--logLevel', 'warn'], env)
  if (built !== 0) process.exit(built)
}
if (options.parts.includes('doors') && options.pages.includes('react-admin')) await buildPeer()
rmSync(REPORT, { force: true })
const ran = await runNode(['node_modules/playwright/cli.js', 'test', '--config', 'e2e/bench/playwright.config.ts'], env)
if (ran !== 0) process.exit(ran)
const { limits } = JSON.parse(readFileSync(REPORT, 'utf8'))
process.exit(limits.some(({ isMissed }) => isMissed) ? 1 : 0)

/** The options that `e2e/bench/options.ts` reads: comma-separated lists of known words. */
function optionsOf(args) {
  const { positionals, values } = read(args)
  return {
    parts: chosen(positionals, ['doors', 'list', 'create'], 'part'),
    pages: chosen(split(values.only), ['ours', 'floor', 'react-admin'], 'page'),
    profiles: chosen(split(values.profile), ['desktop', 'slow'], 'profile'),
    runs: positive(values.runs),
    tokens: values.tokens.split(',').map(positive),
  }
}

function read(args) {
  const options = {
    only: { type: 'string', default: '' },
    profile: { type: 'string', default: '' },
    runs: { type: 'string', default: '5' },
    tokens: { type: 'string', default: '10000' },
  }
  try {
    return parseArgs({ args, options, allowPositionals: true })
  } catch (error) {
    stop(error.message)
  }
}

function split(text) {
  return text.split(',').filter(Boolean)
}

function chosen(wanted, all, what) {
  const unknown = wanted.find((name) => !all.includes(name))
  if (unknown) stop(`There is no ${what} "${unknown}". Choose from ${all.join(', ')}.`)
  return wanted.length === 0 ? all : all.filter((name) => wanted.includes(name))
}

function positive(text) {
  if (!/^[1-9]\d*$/.test(text)) stop(`"${text}" isn't a number of runs or tokens.`)
  return Number(text)
}
