import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { failureOf, skip } from './run.mjs'

/** Creates a virtual environment with these packages, unless it exists. Ends the step if that isn't possible here. */
export function installPython(folder, packages) {
  const python = ['python3', 'python'].find((name) => failureOf(name, ['-c', 'import ensurepip, venv']) === undefined)
  if (!python) skip('Python with virtual environments is not installed.')
  const record = `${folder}/packages.json`
  const list = JSON.stringify(packages)
  if (read(record) === list) return
  console.log(`Installing ${packages.join(', ')} …`)
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(dirname(folder), { recursive: true })
  const pip = ['-m', 'pip', '--disable-pip-version-check', 'install', '--quiet']
  const problem = failureOf(python, ['-m', 'venv', folder]) ?? failureOf(`${folder}/bin/python`, [...pip, ...packages])
  if (problem !== undefined) skip(`Couldn't install ${packages.join(', ')}: ${problem}`)
  writeFileSync(record, list)
}

function read(path) {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    // Not created yet.
    return undefined
  }
}
