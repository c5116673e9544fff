import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const run = (...args: string[]) => spawnSync(process.execPath, ['scripts/headers.mjs', ...args], { encoding: 'utf8' })
const written = ['nginx/maps.conf', 'nginx/headers.conf', 'headers.caddy']

test('the nginx and Caddy files match headers.json', () => {
  const { status, stderr } = run('--check')
  expect(stderr).toBe('')
  expect(status).toBe(0)
})

test('--api only adds the other origin to connect-src', () => {
  const folder = mkdtempSync(join(tmpdir(), 'headers-'))
  expect(run('--api', 'https://mastermind.example.org', '--to', folder).status).toBe(0)
  for (const name of written) {
    const same = readFileSync(join('deploy', name), 'utf8')
    const widened = same.replace("connect-src 'self';", "connect-src 'self' https://mastermind.example.org;")
    expect(readFileSync(join(folder, name), 'utf8')).toBe(widened)
    expect(widened === same).toBe(name === 'nginx/headers.conf')
  }
  rmSync(folder, { recursive: true })
})

test.each([
  '*',
  'https:',
  'mastermind.example.org',
  'https://mastermind.example.org/api',
  "https://a.example; script-src 'unsafe-inline'",
  'https://a.example https://b.example',
])('%s is rejected as an origin', (api) => {
  const { status, stderr } = run('--check', '--api', api)
  expect(status).toBe(1)
  expect(stderr).toContain('--api needs an origin')
})
