import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { nodeProblem } from './nodeVersion.mjs'
import { npmCi } from './npmCi.mjs'
import { stop } from './run.mjs'

/** Changes to the project's folder, checks Node's version, and installs missing packages. */
export async function install() {
  process.chdir(fileURLToPath(new URL('..', import.meta.url)))
  const tooOld = nodeProblem(process.versions.node, readJson('package.json')?.engines.node ?? '>=0')
  if (tooOld) stop(tooOld)
  await installPackages('.')
}

/** Runs `npm ci` in a folder if its node_modules doesn't match its package-lock.json. */
export async function installPackages(folder) {
  const locked = readJson(`${folder}/package-lock.json`)?.packages
  if (!locked) {
    const file = join(folder, 'package-lock.json')
    stop(`${file} is missing or broken. Restore it with git, then run the command again.`)
  }
  if (isInstalled(locked, readJson(`${folder}/node_modules/.package-lock.json`)?.packages ?? {})) return
  console.log(`Installing ${Object.values(locked).filter(isRequired).length} packages (npm ci) …`)
  const failure = await npmCi(folder)
  if (failure) stop(failure)
}

/** Compares with npm's own record in node_modules, so that a manual `npm ci` counts too. */
function isInstalled(locked, installed) {
  const isComplete = Object.entries(locked).every(([path, entry]) => !isRequired(entry) || installed[path])
  const isCurrent = Object.entries(installed).every(([path, entry]) => {
    const wanted = locked[path]
    return wanted?.version === entry.version && wanted?.integrity === entry.integrity && isForThisMachine(entry)
  })
  return isComplete && isCurrent
}

// Optional packages are builds for other platforms; the entry without an integrity is the project itself.
function isRequired(entry) {
  return Boolean(entry.integrity) && !entry.optional && !entry.devOptional
}

// A node_modules shared with a container or copied from another computer has the wrong builds.
function isForThisMachine({ os, cpu }) {
  return (os?.includes(process.platform) ?? true) && (cpu?.includes(process.arch) ?? true)
}

function readJson(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8'))
  } catch {
    // Missing or broken: the callers report it.
    return undefined
  }
}
