// The step `supply` of `npm test`: checks what this project is made of against what it declares, and that the build is
// reproducible. One line per check; a check that can't run here is "not run", never "passed".
import { existsSync, mkdirSync } from 'node:fs'
import { stop } from './run.mjs'
import { checkBundle } from './supply/bundle.mjs'
import { checkReproducible } from './supply/hashes.mjs'
import { checkInstalled, checkLicenses, checkShipped } from './supply/listed.mjs'
import { checkLockfile, checkPins, checkSettings } from './supply/lockfile.mjs'
import { checkActions, checkPaths, checkSecrets } from './supply/repository.mjs'
import { checkSbom } from './supply/sbom.mjs'

const byTheDay = 'needs the registry, and its result changes by the day; .github/workflows/audit.yml runs it'

const checks = [
  ['exact versions', checkPins],
  ['npm settings', checkSettings],
  ['lockfile', checkLockfile],
  ['packages installed', checkInstalled],
  ['packages shipped', checkShipped],
  ['licenses', checkLicenses],
  ['bill of materials', checkSbom],
  ['repeated build', checkReproducible],
  ['production files', checkBundle],
  ['secrets', checkSecrets],
  ['workflows', checkActions],
  ['paths in documents', checkPaths],
  ['npm audit', () => ({ notRun: byTheDay })],
  ['npm audit signatures', () => ({ notRun: byTheDay })],
]

if (!existsSync('dist/licenses.txt')) stop('There is no build to check. Run npm run build first.')
mkdirSync('reports', { recursive: true })
let failures = 0
for (const [name, check] of checks) {
  const { seen = '', problems = [], notRun } = await check()
  const verdict = notRun ? 'not run:' : problems.length > 0 ? 'FAILED' : 'ok'
  console.log(`${name.padEnd(22)}${verdict} ${notRun ?? (problems.length > 0 ? '' : `(${seen})`)}`.trimEnd())
  for (const problem of problems) console.log(`  ${problem}`)
  failures += problems.length
}
process.exit(failures === 0 ? 0 : 1)
