// Ends .ci/run: counts the tests and the other steps of `npm test`, whose exit code is the only argument. The last line
// is "N passed, N failed", with ", N skipped" if there are any.
import { readFileSync } from 'node:fs'
import { steps, stepsReport } from './steps.mjs'

const results = read(stepsReport) ?? []
const counts = steps.map(countStep)
// Something failed without a report, such as the installation.
if (Number(process.argv[2] ?? 0) !== 0 && sum('failed') === 0) counts.push({ failed: 1 })

const skipped = sum('skipped')
console.log(`${sum('passed')} passed, ${sum('failed')} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`)
process.exit(sum('failed') === 0 ? 0 : 1)

function sum(kind) {
  return counts.reduce((total, count) => total + (count[kind] ?? 0), 0)
}

/**
 * A step without tests counts as one, as does one that was skipped. A failed test step has at least one failure,
 * whatever its report says.
 */
function countStep({ name, report }) {
  if (results.some((result) => result.name === name && result.status === 'skipped')) return { skipped: 1 }
  const isPassed = results.some((result) => result.name === name && result.status === 'passed')
  if (!report) return isPassed ? { passed: 1 } : { failed: 1 }
  const content = read(report)
  if (!content) {
    console.log(`${report} is missing: counted as one failed.`)
    return { failed: 1 }
  }
  const count = content.stats ? countPlaywright(content) : countVitest(content)
  return isPassed || count.failed > 0 ? count : { ...count, failed: 1 }
}

function countVitest({ testResults }) {
  const count = { passed: 0, failed: 0, skipped: 0 }
  for (const file of testResults) {
    const statuses = file.assertionResults.map(({ status }) => status)
    for (const status of statuses) count[status === 'passed' || status === 'failed' ? status : 'skipped'] += 1
    // A file that failed to load has no tests that could fail.
    if (file.status === 'failed' && !statuses.includes('failed')) count.failed += 1
  }
  return count
}

/** `errors` are failures outside any test; a flaky test passed on a retry. */
function countPlaywright({ stats, errors }) {
  return {
    passed: stats.expected + stats.flaky,
    failed: stats.unexpected + errors.length,
    skipped: stats.skipped,
  }
}

function read(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8'))
  } catch {
    // Missing or cut off: the callers count it as a failure.
    return undefined
  }
}
