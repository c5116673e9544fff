// The step `chart` of npm run test:all: lints and renders the Helm chart, validates the result against the schemas of
// Kubernetes, and starts the container's nginx with it. The tools are installed into .chart/, which can be deleted at
// any time.
import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { installPython } from './python.mjs'
import { failureOf, runNode, skip } from './run.mjs'

const HELM = 'helm.sh/helm/v3/cmd/helm@v3.22.0'

installPython('.chart/python', ['kubernetes-validate==1.37.0'])
if (!existsSync('.chart/helm')) {
  if (failureOf('go', ['version']) !== undefined) skip('Go, which builds Helm, is not installed.')
  console.log(`Building ${HELM} …`)
  const problem = failureOf('go', ['install', HELM], { GOBIN: resolve('.chart') })
  if (problem !== undefined) skip(`Couldn't build ${HELM}: ${problem}`)
}
process.exit(await runNode(['node_modules/vitest/vitest.mjs', 'run', '--config', 'e2e/chart/vitest.config.ts']))
