import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const run = (...args: string[]) => spawnSync(process.execPath, ['scripts/headers.mjs', ...args], { encoding: 'utf8' })
const written = ['nginx/maps.conf', 'nginx/headers.conf', 'headers.caddy']

test('what nginx and Caddy are told is what headers.json says', () => {
  const { status, stderr } = run('--check')
  expect(stderr).toBe('')
  expect(status).toBe(0)
})

test('a Waldur on another origin may be connected to, and nothing else changes', () => {
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
])('%s is no origin to connect to', (api) => {
  const { status, stderr } = run('--check', '--api', api)
  expect(status).toBe(1)
  expect(stderr).toContain('must be a bare origin')
})
