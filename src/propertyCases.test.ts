import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'

/** The property tests of foreign input, by subject. */
const LAWS = {
  dates: ['./tokens/limits/lifetime.test.ts', './ui/time.test.ts'],
  'the flattener of errors': ['./api/errors.test.ts'],
  'the merge of pages': ['./api/page.test.ts'],
  'the normalizer of tokens': ['./auth/pastedToken.test.ts'],
  networks: ['./tokens/networks/networks.test.ts'],
  'parameters of addresses': [
    ...['./tokens/rows/view.test.ts', './tokens/create/requestLink.test.ts', './app/urlSecrets.test.ts'],
  ],
}

/**
 * The sum of the runs that a file requests. A lower bound: a property that runs in each of twelve zones counts once.
 * One with fast-check's default (100) does not count, nor do exhaustive tests (`boundaries.test.ts`).
 */
const runsIn = (file: string): number =>
  [...readFileSync(new URL(file, import.meta.url), 'utf8').matchAll(/numRuns: ([\d_]+)/g)]
    .map(([, digits = '']) => Number(digits.replaceAll('_', '')))
    .reduce((sum, runs) => sum + runs, 0)

it('the laws are tried with 60,000 cases or more a run, and none of the subjects with few', () => {
  const runs = Object.values(LAWS).map((files) => files.reduce((sum, file) => sum + runsIn(file), 0))
  expect(Math.min(...runs)).toBeGreaterThanOrEqual(10_000)
  expect(runs.reduce((sum, each) => sum + each)).toBeGreaterThanOrEqual(60_000)
})
