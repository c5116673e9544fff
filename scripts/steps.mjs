/**
 * The steps of `npm test`, fastest first. `report` is where a test runner writes its results, `needs` a step that must
 * run before this one, `browser` the one that it runs in.
 */
export const steps = [
  { name: 'types', args: ['node_modules/typescript/bin/tsc', '--noEmit'] },
  { name: 'lint', args: ['node_modules/@biomejs/biome/bin/biome', 'ci', '--error-on-warnings', '.'] },
  { name: 'knip', args: ['node_modules/knip/bin/knip.js'] },
  { name: 'unit', args: ['node_modules/vitest/vitest.mjs', 'run'], report: 'reports/unit.json' },
  { name: 'build', args: ['node_modules/vite/bin/vite.js', 'build', '--logLevel', 'warn'] },
  { name: 'budget', args: ['scripts/budget.mjs'], needs: 'build' },
  { name: 'supply', args: ['scripts/supply.mjs'], needs: 'build' },
  journeys('journeys', 'chromium', 'playwright'),
  journeys('firefox', 'firefox', 'firefox'),
  journeys('webkit', 'webkit', 'webkit'),
]

/** The steps that `npm run test:all` adds: they are slow, or need the network. */
export const moreSteps = [
  { name: 'clients', args: ['scripts/clients.mjs'] },
  { name: 'chart', args: ['scripts/chart.mjs'], needs: 'build' },
  { name: 'slow', args: ['scripts/slow.mjs'], needs: 'build', browser: 'chromium' },
]

export const stepsReport = 'reports/steps.json'

function journeys(name, browser, config) {
  const args = ['node_modules/playwright/cli.js', 'test', '--config', `e2e/${config}.config.ts`]
  return { name, args, report: `reports/${name}.json`, needs: 'build', browser }
}
