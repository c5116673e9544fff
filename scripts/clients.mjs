// The step `clients` of npm run test:all: runs Waldur's own Python client in several releases, and the tools that the
// page gives examples for, against the sandbox. They are installed into .clients/, which can be deleted at any time.
import { spawnSync } from 'node:child_process'
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { runNode, skip } from './run.mjs'

const { clients, tools } = JSON.parse(readFileSync('e2e/clients/versions.json', 'utf8'))
const wanted = [...clients.map((version) => [version, [`waldur-api-client==${version}`]]), ['tools', tools]]

const python = ['python3', 'python'].find((name) => run(name, ['-c', 'import ensurepip, venv']) === undefined)
if (!python) skip('Python with virtual environments is not installed.')
for (const [name, packages] of wanted) {
  const problem = installInto(`.clients/${name}`, packages)
  if (problem) skip(`Couldn't install ${packages.join(', ')}: ${problem}`)
}
if (spawnSync('waldur-cli').error) console.log("waldur-cli isn't installed, so its example isn't run.")
process.exit(await runNode(['node_modules/vitest/vitest.mjs', 'run', '--config', 'e2e/clients/vitest.config.ts']))

/** Creates a virtual environment with these packages unless it exists; returns an error message if that fails. */
function installInto(folder, packages) {
  const record = `${folder}/packages.json`
  const list = JSON.stringify(packages)
  if (read(record) === list) return undefined
  console.log(`Installing ${packages.join(', ')} …`)
  rmSync(folder, { recursive: true, force: true })
  mkdirSync('.clients', { recursive: true })
  const problem =
    run(python, ['-m', 'venv', folder]) ?? run(`${folder}/bin/python`, ['-m', 'pip', 'install', '--quiet', ...packages])
  if (problem === undefined) writeFileSync(record, list)
  return problem
}

/** Returns the last line of a program's error output if it fails. */
function run(program, args) {
  const { status, stderr, error } = spawnSync(program, args, {
    encoding: 'utf8',
    env: { ...process.env, PIP_DISABLE_PIP_VERSION_CHECK: '1' },
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
