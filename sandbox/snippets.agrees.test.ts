import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { environmentFile, fileNameFor } from '../src/tokens/usage/environmentFile.ts'
import { exampleCall, pathOf } from '../src/tokens/usage/exampleCall.ts'
import type { Use } from '../src/tokens/usage/snippets.ts'
import { snippet } from '../src/tokens/usage/snippets.ts'
import { goodToken, inDays, start } from './testClient.ts'
import type { Environment } from './testPrograms.ts'
import { outputOf, scriptOf } from './testPrograms.ts'

// Runs the page's examples unchanged, each in its own program, with the variables of the page's `.env`. Those that need
// Python are run by e2e/clients/snippets.agrees.test.ts.

const shell = (options: string[]) => (text: string, environment: Environment) =>
  outputOf('bash', [...options, '-c', text], environment)

const job = (options: string[]) => (text: string, environment: Environment) => {
  const { script, variables } = scriptOf(text)
  expect(variables).toEqual({ WALDUR_API_URL: environment.WALDUR_API_URL })
  return shell(options)(script, { ...environment, WALDUR_API_URL: '', ...variables })
}

/** Each program is started the way its real environment does. */
const programs: [Use, (text: string, environment: Environment) => Promise<string>][] = [
  ['curl', shell([])],
  ['node', (text, environment) => outputOf(process.execPath, ['--input-type=module', '--eval', text], environment)],
  ['gitlab', job(['-eo', 'pipefail'])],
  ['github', job(['-e'])],
]

async function world() {
  const { origin, sandbox } = await start()
  const project = await sandbox.entity('project', 'Läänemere kliimamudel')
  const place = { type: 'project', uuid: project.uuid }
  const bound = await sandbox.createToken('owner', { scopes: ['ORDER.LIST'], allowed_scopes: [place] })
  return { origin, bound, place: { ...place, name: project.name } }
}

test.each(programs)('%s makes each kind of example call, and stops if it is rejected', async (use, runs) => {
  const { origin, bound, place } = await world()
  const token = { scopes: ['ORDER.LIST'], allowed_scopes: [place] }
  const environment = { WALDUR_API_URL: origin, WALDUR_ACCESS_TOKEN: bound.token }
  const calls = [
    exampleCall(token, null),
    exampleCall(token, null, '/api/projects/'),
    exampleCall({ ...token, scopes: [], allowed_scopes: [] }, null),
  ]
  expect(calls.map(({ returns }) => returns)).toEqual(['rows', 'one', 'user'])
  for (const call of calls) {
    const text = snippet(use, origin, pathOf(call))
    const output = await runs(text, environment)
    expect(output).toContain(call.returns === 'user' ? 'owner' : 'Läänemere kliimamudel')
    expect(output).not.toContain('Genomics')
    const rejected = runs(text, { ...environment, WALDUR_ACCESS_TOKEN: `${bound.token}x` })
    await expect(rejected).rejects.toThrow('Invalid token.')
  }
})

test.each([
  'Nightly / import',
  'ci\nWALDUR_API_URL=http://127.0.0.1:1\nexit 3',
  '"; touch x #',
  "'$(exit 3)`exit 3`!!\\",
])('a shell can read the file of a token named %j', async (name) => {
  const { origin, bound } = await world()
  const folder = await mkdtemp(join(tmpdir(), 'waldur-env-'))
  onTestFinished(() => rm(folder, { recursive: true }))
  const file = join(folder, fileNameFor(name))
  const issued = { ...goodToken, ...bound, name, allowed_scopes: [], expires_at: inDays(30), created: inDays(0) }
  await writeFile(file, environmentFile(origin, issued))
  const text = snippet('curl', origin, '/api/users/me/?field=username')
  expect(await outputOf('bash', ['-euo', 'pipefail', '-c', `set -a; . '${file}'\n${text}`], {})).toBe(
    '{"username":"owner"}',
  )
})
