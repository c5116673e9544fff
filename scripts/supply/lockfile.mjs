import { readFileSync } from 'node:fs'
import { git } from './git.mjs'

const root = projectIn('')
/** Includes the page for comparison in the bench, which has its own packages. */
const projects = [root, projectIn('e2e/bench/peer/')]

export const { manifest } = root

/** Every package of the lockfile, as `{ name, version, license, … }`; a package may occur in several versions. */
export const { packages } = root

/** The page's packages, one entry per version. `devOptional` marks optional dependencies of a production package. */
export const production = unique(packages.filter(({ dev, devOptional, optional }) => !(dev || devOptional || optional)))

function projectIn(folder) {
  const manifest = JSON.parse(readFileSync(`${folder}package.json`, 'utf8'))
  const locked = JSON.parse(readFileSync(`${folder}package-lock.json`, 'utf8')).packages
  const packages = Object.entries(locked)
    .filter(([path]) => path !== '')
    .map(([path, entry]) => ({ ...entry, path, name: path.slice(path.lastIndexOf('node_modules/') + 13) }))
  return { folder, manifest, locked, packages }
}

function unique(all) {
  return [...new Map(all.map((one) => [`${one.name}@${one.version}`, one])).values()]
}

export function checkPins() {
  const checked = projects.map(pinsOf)
  return {
    seen: `${checked.reduce((sum, { count }) => sum + count, 0)} dependencies`,
    problems: checked.flatMap(({ problems }) => problems),
  }
}

function pinsOf({ folder, manifest }) {
  const wanted = Object.entries({ ...manifest.dependencies, ...manifest.devDependencies })
  const loose = wanted.filter(([, version]) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version))
  const others = ['optionalDependencies', 'peerDependencies', 'bundleDependencies', 'overrides'].filter(
    (field) => manifest[field],
  )
  return {
    count: wanted.length,
    problems: [
      ...loose.map(
        ([name, version]) => `${folder}package.json: ${name} is "${version}", which isn't an exact version.`,
      ),
      ...others.map((field) => `${folder}package.json has "${field}", which isn't checked.`),
    ],
  }
}

const settings = [
  'save-exact=true',
  'ignore-scripts=true',
  'engine-strict=true',
  'omit-lockfile-registry-resolved=true',
]

export function checkSettings() {
  return { seen: settings.join(', '), problems: projects.flatMap(({ folder }) => settingsProblems(`${folder}.npmrc`)) }
}

function settingsProblems(file) {
  const lines = readFileSync(file, 'utf8').split(/\r?\n/)
  return [
    ...settings.filter((setting) => !lines.includes(setting)).map((setting) => `${file} lacks ${setting}.`),
    ...lines
      .filter((line) => /registry\s*=|_auth|token/i.test(line))
      .map(() => `${file} names a registry or a credential.`),
  ]
}

export function checkLockfile() {
  const count = projects.reduce((sum, { packages }) => sum + packages.length, 0)
  const isCompared = git('diff', '--name-only') !== null
  return {
    seen: `${count} packages with integrity, no install script, no registry${isCompared ? '' : '; not compared with git'}`,
    problems: projects.flatMap(lockfileProblems),
  }
}

function lockfileProblems({ folder, manifest, locked, packages }) {
  const file = `${folder}package-lock.json`
  const differs = ['dependencies', 'devDependencies'].filter(
    (kind) => JSON.stringify(locked[''][kind]) !== JSON.stringify(manifest[kind]),
  )
  return [
    ...differs.map((kind) => `${file} and package.json have different ${kind}.`),
    ...(git('diff', '--name-only', '--', file)
      ? [`${file} has unstaged changes. Review them, then stage or undo them.`]
      : []),
    ...packages.flatMap(faultsOf),
  ]
}

function faultsOf({ path, version, integrity, resolved, link, hasInstallScript }) {
  return [
    ...(/^sha512-/.test(integrity ?? '') ? [] : [`${path} ${version} has no sha512 integrity.`]),
    ...(resolved || link ? [`${path} names where it comes from: ${resolved}.`] : []),
    ...(hasInstallScript ? [`${path} has an install script.`] : []),
  ]
}
