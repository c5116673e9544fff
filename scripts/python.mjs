import { spawnSync } from 'node:child_process'
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { skip } from './run.mjs'

/** Creates a virtual environment with these packages, unless it exists. Ends the step if that isn't possible here. */
export function installPython(folder, packages) {
  const python = ['python3', 'python'].find((name) => run(name, ['-c', 'import ensurepip, venv']) === undefined)
  if (!python) skip('Python with virtual environments is not installed.')
  const record = `${folder}/packages.json`
  const list = JSON.stringify(packages)
  if (read(record) === list) return
  console.log(`Installing ${packages.join(', ')} …`)
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(dirname(folder), { recursive: true })
  const problem =
    run(python, ['-m', 'venv', folder]) ?? run(`${folder}/bin/python`, ['-m', 'pip', 'install', '--quiet', ...packages])
  if (problem !== undefined) skip(`Couldn't install ${packages.join(', ')}: ${problem}`)
  writeFileSync(record, list)
}

/** Returns the last line of a program's error output if it fails. */
export function run(program, args, env = {}) {
  const { status, stderr, error } = spawnSync(program, args, {
    encoding: 'utf8',
    env: { ...process.env, PIP_DISABLE_PIP_VERSION_CHECK: '1', ...env },
  })
  return status === 0 ? undefined : (stderr?.trim().split('\n').at(-1) ?? error.message)
}

function read(path) {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    // Not created yet.
    return undefined
  }
}
