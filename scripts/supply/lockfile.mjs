import { readFileSync } from 'node:fs'
import { git } from './git.mjs'

export const manifest = JSON.parse(readFileSync('package.json', 'utf8'))
const locked = JSON.parse(readFileSync('package-lock.json', 'utf8')).packages

/** Every package of the lockfile, as `{ name, version, license, … }`; a package can be there in several versions. */
export const packages = Object.entries(locked)
  .filter(([path]) => path !== '')
  .map(([path, entry]) => ({ ...entry, path, name: path.slice(path.lastIndexOf('node_modules/') + 13) }))

/** What the page needs, one entry a version. npm marks as `devOptional` what a package of it would only like to have. */
export const production = unique(packages.filter(({ dev, devOptional, optional }) => !(dev || devOptional || optional)))

function unique(all) {
  return [...new Map(all.map((one) => [`${one.name}@${one.version}`, one])).values()]
}

export function checkPins() {
  const wanted = Object.entries({ ...manifest.dependencies, ...manifest.devDependencies })
  const loose = wanted.filter(([, version]) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version))
  const others = ['optionalDependencies', 'peerDependencies', 'bundleDependencies', 'overrides'].filter(
    (field) => manifest[field],
  )
  return {
    seen: `${wanted.length} dependencies`,
    problems: [
      ...loose.map(([name, version]) => `package.json: ${name} is "${version}", not one exact version.`),
      ...others.map((field) => `package.json has "${field}", which no check here knows.`),
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
  const lines = readFileSync('.npmrc', 'utf8').split(/\r?\n/)
  return {
    seen: settings.join(', '),
    problems: [
      ...settings.filter((setting) => !lines.includes(setting)).map((setting) => `.npmrc lacks ${setting}.`),
      ...lines
        .filter((line) => /registry\s*=|_auth|token/i.test(line))
        .map(() => '.npmrc names a registry or a login.'),
    ],
  }
}

export function checkLockfile() {
  const root = locked['']
  const differs = ['dependencies', 'devDependencies'].filter(
    (kind) => JSON.stringify(root[kind]) !== JSON.stringify(manifest[kind]),
  )
  const changed = git('diff', '--name-only', '--', 'package-lock.json')
  return {
    seen: `${packages.length} packages with integrity, no install script, no registry${changed === null ? '; not compared with git' : ''}`,
    problems: [
      ...differs.map((kind) => `package-lock.json has other ${kind} than package.json.`),
      ...(changed ? ['package-lock.json is not what git holds: look at the change, then stage or undo it.'] : []),
      ...packages.flatMap(faultsOf),
    ],
  }
}

function faultsOf({ path, version, integrity, resolved, link, hasInstallScript }) {
  return [
    ...(/^sha512-/.test(integrity ?? '') ? [] : [`${path} ${version} has no sha512 integrity.`]),
    ...(resolved || link ? [`${path} names where it comes from: ${resolved}.`] : []),
    ...(hasInstallScript ? [`${path} has an install script.`] : []),
  ]
}
