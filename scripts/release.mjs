// node scripts/release.mjs FOLDER [TAG]: puts what a release publishes into a folder, after `npm test` and
// `npm run test:all -- chart`: the archive, the Helm chart, the bill of materials and the hashes of them all. With a tag,
// such as v1.2.3, it must be the version of the page, and CHANGELOG.md must say what it changes.
import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { copyFileSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { stop } from './run.mjs'

const [folder, tag] = process.argv.slice(2)
if (!folder) stop('Name a folder for the release.')
const { version } = JSON.parse(readFileSync('package.json', 'utf8'))
if (tag !== undefined && tag !== `v${version}`) stop(`The tag is ${tag}, but package.json says ${version}.`)
const changes = readFileSync('CHANGELOG.md', 'utf8')
if (!changes.includes(`\n## ${version}`)) stop(`CHANGELOG.md says nothing about ${version}.`)
if (tag !== undefined && changes.includes(`\n## ${version} (not released yet)`))
  stop(`CHANGELOG.md still says that ${version} isn't released.`)

mkdirSync(folder, { recursive: true })
const run = (program, ...args) => execFileSync(program, args, { stdio: 'inherit' })
run(process.execPath, 'scripts/archive.mjs', join(folder, `waldur-tokens-${version}.tar.gz`))
run('.chart/helm', 'package', 'deploy/helm', '--destination', folder)
renameSync(join(folder, `waldur-tokens-${version}.tgz`), join(folder, `waldur-tokens-chart-${version}.tgz`))
copyFileSync('reports/sbom.cdx.json', join(folder, 'sbom.cdx.json'))
const sum = (file) =>
  createHash('sha256')
    .update(readFileSync(join(folder, file)))
    .digest('hex')
const files = readdirSync(folder).filter((file) => file !== 'SHA256SUMS')
writeFileSync(join(folder, 'SHA256SUMS'), files.map((file) => `${sum(file)}  ${file}\n`).join(''))
