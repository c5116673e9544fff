// node scripts/release.mjs FOLDER [TAG]: puts what a release publishes into a folder, after `npm test` and
// `npm run test:all -- chart`: the archive, the Helm chart, the bill of materials, the hashes of these three, and the
// release notes, which are the version's part of CHANGELOG.md. A tag, such as v1.2.3, must name that version.
import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { copyFileSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { stop } from './run.mjs'

const [folder, tag] = process.argv.slice(2)
if (!folder) stop('Name a folder for the release.')
const { version } = JSON.parse(readFileSync('package.json', 'utf8'))
if (tag !== undefined && tag !== `v${version}`) stop(`The tag is ${tag}, but package.json says ${version}.`)
const [, ...parts] = readFileSync('CHANGELOG.md', 'utf8').split(/^## /m)
const [heading, ...notes] = parts.find((part) => part.split(/\s/, 1)[0] === version)?.split('\n') ?? []
if (!heading) stop(`CHANGELOG.md says nothing about ${version}.`)
if (tag !== undefined && heading.includes('not released yet'))
  stop(`CHANGELOG.md still says that ${version} isn't released.`)
const chartFile = readFileSync('deploy/helm/Chart.yaml', 'utf8')
for (const line of [`version: ${version}`, `appVersion: ${version}`])
  if (!chartFile.includes(`\n${line}\n`)) stop(`deploy/helm/Chart.yaml lacks the line "${line}".`)

mkdirSync(folder, { recursive: true })
const run = (program, ...args) => execFileSync(program, args, { stdio: 'inherit' })
const [archive, chart, sbom] = [
  `waldur-tokens-${version}.tar.gz`,
  `waldur-tokens-chart-${version}.tgz`,
  'sbom.cdx.json',
]
run(process.execPath, 'scripts/archive.mjs', join(folder, archive))
run('.chart/helm', 'package', 'deploy/helm', '--destination', folder)
renameSync(join(folder, `waldur-tokens-${version}.tgz`), join(folder, chart))
copyFileSync('reports/sbom.cdx.json', join(folder, sbom))
const sum = (file) =>
  createHash('sha256')
    .update(readFileSync(join(folder, file)))
    .digest('hex')
writeFileSync(join(folder, 'SHA256SUMS'), [archive, chart, sbom].map((file) => `${sum(file)}  ${file}\n`).join(''))
writeFileSync(join(folder, 'notes.md'), `${notes.join('\n').trim()}\n`)
