// Compares DEPENDENCIES.md with the lockfile and with the packages that the build has bundled.
import { readFileSync } from 'node:fs'
import { manifest, packages, production } from './lockfile.mjs'

const document = readFileSync('DEPENDENCIES.md', 'utf8')
const texts = 'dist/licenses.txt'

/** For production. Unlicense is a dedication to the public domain. */
const allowed = ['MIT', 'ISC', 'BSD-2-Clause', 'BSD-3-Clause', 'Apache-2.0', '0BSD', 'OFL-1.1', 'Unlicense']
/** MPL-2.0 requires changed files to be published; we use those tools unchanged. Nothing of these is shipped. */
const allowedForDevelopment = [...allowed, 'MPL-2.0', 'CC0-1.0']

/** The rows of a section's table without its header, each as a list of cells. */
export function tableUnder(heading, markdown) {
  const section = markdown.split(/^## /m).find((part) => part.startsWith(`${heading}\n`)) ?? ''
  const rows = section.split('\n').filter((line) => line.startsWith('|'))
  return rows.slice(2).map((row) =>
    row
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim()),
  )
}

const namesIn = (cell) => [...cell.matchAll(/`([^`]+)`/g)].map(([, name]) => name)
const listed = (heading) => tableUnder(heading, document).flatMap(([cell]) => namesIn(cell))

/** Vite's list of bundled packages: one heading per package, then its license. */
export function bundled(text) {
  const parts = text.split(/^## (?=\S+ - \d)/m).slice(1)
  return parts.map((part) => {
    const [, name, version, license = 'none'] = /^(\S+) - (\S+)(?: \((.+)\))?\n/.exec(part)
    return { name, version, license, terms: part.slice(part.indexOf('\n')).trim() }
  })
}

const shipped = () => bundled(readFileSync(texts, 'utf8'))
const namesOf = (some) => [...new Set(some.map(({ name }) => name))]

/** Reports both packages that are not listed and listed packages that don't exist. */
export function differences(listedNames, names, heading) {
  const twice = listedNames.filter((name, index) => listedNames.indexOf(name) !== index)
  return [
    ...names.filter((name) => !listedNames.includes(name)).map((name) => `${name} is not listed under "${heading}".`),
    ...listedNames
      .filter((name) => !names.includes(name))
      .map((name) => `${name} is listed under "${heading}", but isn't a package here.`),
    ...twice.map((name) => `${name} is listed twice under "${heading}".`),
  ]
}

function overBudget(what, count) {
  const row = tableUnder('Budget', document).find(([name]) => name === what)
  const most = Number.parseInt(row?.[1] ?? '', 10)
  return count <= most ? [] : [`${count} packages ${what}: the budget in DEPENDENCIES.md is ${most}.`]
}

export function checkInstalled() {
  const here = namesOf(shipped())
  const unshipped = namesOf(production).filter((name) => !here.includes(name))
  const direct = Object.keys(manifest.dependencies)
  return {
    seen: `${direct.length} direct, ${production.length} for production`,
    problems: [
      ...differences(listed('Installed, not shipped'), unshipped, 'Installed, not shipped'),
      ...differences(listed('For development'), Object.keys(manifest.devDependencies), 'For development'),
      ...overBudget('direct', direct.length),
      ...overBudget('installed for production', production.length),
    ],
  }
}

export function checkShipped() {
  const heading = 'Shipped to the browser'
  const all = shipped()
  const foreign = all.filter(
    (one) => !production.some(({ name, version }) => name === one.name && version === one.version),
  )
  return {
    seen: `${all.length}, each listed with its reason`,
    problems: [
      ...differences(listed(heading), namesOf(all), heading),
      ...foreign.map(
        ({ name, version }) => `${name} ${version} is shipped, but isn't a production package in the lockfile.`,
      ),
      ...tableUnder(heading, document).flatMap(faultsOfRow),
      ...overBudget('shipped to the browser', all.length),
    ],
  }
}

function faultsOfRow([package_ = '', through = '', license = '', reason = '']) {
  const [name] = namesIn(package_)
  const known = production.filter((one) => one.name === name)
  const isDirect = Boolean(manifest.dependencies[name])
  const parents = production.filter((one) => namesIn(through).includes(one.name))
  const isRequired = parents.some(
    ({ dependencies, peerDependencies }) => dependencies?.[name] ?? peerDependencies?.[name],
  )
  return [
    ...((isDirect ? through === 'direct' : isRequired) ? [] : [`${name}: "${through}" doesn't require it.`]),
    ...(known.every((one) => one.license === license) ? [] : [`${name}: "${license}" isn't its license.`]),
    ...(reason.length > 3 ? [] : [`${name}: no reason is given.`]),
  ]
}

const mayUse = (license = 'none', list) => license.split(' OR ').some((one) => list.includes(one))

export function checkLicenses() {
  const all = shipped()
  const rejected = packages.filter(
    (one) => !mayUse(one.license, production.includes(one) ? allowed : allowedForDevelopment),
  )
  const wrong = all.filter(({ license }) => !mayUse(license, allowed))
  return {
    seen: `${[...new Set(all.map(({ license }) => license))].join(', ')} shipped, texts in ${texts}`,
    problems: [
      ...[...rejected, ...wrong].map(({ name, license }) => `${name}: ${license} isn't on the list of licenses.`),
      ...all.filter(({ terms }) => terms.length < 300).map(({ name }) => `${texts} lacks the terms of ${name}.`),
    ],
  }
}
