import { spawnSync } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { start } from '../../sandbox/testClient.ts'
import type { Environment } from '../../sandbox/testPrograms.ts'
import { outputOf, scriptOf } from '../../sandbox/testPrograms.ts'
import type { Use } from '../../src/tokens/usage/snippets.ts'
import { snippet } from '../../src/tokens/usage/snippets.ts'

// The examples that need more than curl and Node; sandbox/snippets.agrees.test.ts runs the others.

const tools = '.clients/tools/bin'

const python = (text: string, environment: Environment) => outputOf(`${tools}/python`, ['-c', text], environment)

/** With a home folder of its own, because Ansible writes to it, and verbose, because that would show a secret. */
async function ansible(text: string, environment: Environment): Promise<string> {
  const home = await mkdtemp(join(tmpdir(), 'waldur-ansible-'))
  onTestFinished(() => rm(home, { recursive: true }))
  const playbook = join(home, 'waldur.yml')
  await writeFile(playbook, text)
  return await outputOf(`${tools}/ansible-playbook`, ['-vvv', playbook], {
    ...environment,
    HOME: home,
    LC_ALL: 'C.UTF-8',
  })
}

const cli = (text: string, environment: Environment) => outputOf('bash', ['-ec', text], environment)

const programs: [Use, (text: string, environment: Environment) => Promise<string>][] = [
  ['python', python],
  ['sdk', python],
  ['ansible', ansible],
  // Not in any package index; scripts/clients.mjs reports if it is missing.
  ...(spawnSync('waldur-cli').error ? [] : [['cli', cli] satisfies [Use, typeof cli]]),
]

test.each(programs)('%s makes the example call, shows no secret, and ends where it is rejected', async (use, runs) => {
  const { origin, sandbox } = await start()
  const { uuid } = await sandbox.entity('project', 'Läänemere kliimamudel')
  const place = { type: 'project', uuid }
  const { token } = await sandbox.createToken('owner', { scopes: ['ORDER.LIST'], allowed_scopes: [place] })
  const environment = { WALDUR_API_URL: origin, WALDUR_ACCESS_TOKEN: token }
  for (const path of ['/api/projects/?field=uuid&field=name&page=1&page_size=5', `/api/projects/${uuid}/?field=name`]) {
    const text = snippet(use, origin, path)
    const output = await runs(text, environment)
    expect(output).toContain('Läänemere kliimamudel')
    expect(output).not.toContain('Genomics')
    expect(output).not.toContain(token)
    await expect(runs(text, { ...environment, WALDUR_ACCESS_TOKEN: `${token}x` })).rejects.toThrow('401')
  }
})

test.each(['gitlab', 'github'] as const)('the job of %s is YAML with the script that was run', async (use) => {
  const text = snippet(use, 'https://waldur.example', '/api/users/me/?field=uuid')
  const read = 'import json, sys, yaml; print(json.dumps(yaml.safe_load(sys.argv[1])))'
  const job = JSON.parse(await outputOf(`${tools}/python`, ['-c', read, text], {}))
  const { script } = scriptOf(text)
  const env = { WALDUR_API_URL: 'https://waldur.example' }
  expect(job).toMatchObject(
    use === 'gitlab'
      ? { waldur: { variables: env, script: [script] } }
      : { permissions: {}, jobs: { waldur: { steps: [{ env, run: script }] } } },
  )
})
