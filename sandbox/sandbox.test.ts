import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { securityHeaders } from './pages.ts'
import { openSandbox } from './sandbox.ts'
import { goodToken, start, testStart, tokensPath } from './testClient.ts'

async function temporaryFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'sandbox-'))
  onTestFinished(() => rm(folder, { recursive: true }))
  return folder
}

describe('a database', () => {
  test('in a file survives a restart', async () => {
    const database = `file:${join(await temporaryFolder(), 'waldur.db')}`
    const first = await openSandbox({ database })
    const key = await first.signIn('owner')
    const { uuid } = await first.createToken('owner', { name: 'kept' })
    await first.close()
    const second = await openSandbox({ database })
    expect(await second.signIn('owner')).toBe(key)
    expect((await second.tokensOf('owner')).at(-1)).toMatchObject({ uuid, name: 'kept' })
    await second.close()
  })

  test('in memory is private to its sandbox', async () => {
    const [one, other] = [await openSandbox(), await openSandbox()]
    await one.createToken('norole')
    expect([(await one.tokensOf('norole')).length, (await other.tokensOf('norole')).length]).toEqual([1, 0])
    await Promise.all([one.close(), other.close()])
  })
})

describe('the seeded world', () => {
  test('has tokens in every state, below the limit of active ones', async () => {
    const { sandbox } = await start()
    for (const name of ['owner', 'staff']) {
      const tokens = await sandbox.tokensOf(name)
      const has = (test: (token: (typeof tokens)[number]) => boolean) => expect(tokens.some(test)).toBe(true)
      const days = (token: (typeof tokens)[number]) => (token.expiresAt - testStart) / 86_400_000
      expect(tokens.filter(({ isActive }) => isActive).length).toBeLessThan(20)
      has((token) => token.isActive && days(token) > 30)
      has((token) => token.isActive && days(token) > 2 && days(token) <= 3)
      has((token) => token.isActive && days(token) < 0)
      has((token) => !token.isActive && days(token) < 0)
      has((token) => !token.isActive && days(token) > 0)
      has((token) => token.isActive && token.lastUsedAt === null)
      has((token) => (token.lastUsedAt ?? 0) > testStart - 600_000 && token.lastUsedIp !== null)
      has((token) => token.bindings.length === 0 && token.isActive)
      has((token) => token.scopes.includes('RESOURCE.LIST_USERS'))
    }
  })

  test('grows, and stays below the limit of active tokens', async () => {
    const { sandbox, signedIn } = await start({ tokens: 500, entities: 1500 })
    const owner = await signedIn('owner')
    expect(Number((await owner('GET', tokensPath)).headers.get('X-Result-Count'))).toBeGreaterThan(500)
    expect((await owner('POST', tokensPath, goodToken)).status).toBe(201)
    const staff = await signedIn('staff')
    expect(Number((await staff('GET', '/api/projects/')).headers.get('X-Result-Count'))).toBeGreaterThan(200)
    expect(await sandbox.tokensOf('staff')).toHaveLength(512)
  })

  test('forgets the inactive tokens of one user when asked', async () => {
    const { sandbox } = await start()
    const tokens = await sandbox.tokensOf('owner')
    const others = await sandbox.tokensOf('staff')
    await sandbox.forgetInactive('owner')
    expect(await sandbox.tokensOf('owner')).toEqual(tokens.filter(({ isActive }) => isActive))
    expect(await sandbox.tokensOf('staff')).toEqual(others)
  })
})

describe('every API response', () => {
  test('is uncached, carries the sandbox’s time and may be read from other origins', async () => {
    const { as, sandbox, signedIn } = await start()
    sandbox.advance(3_600_000)
    for (const response of [await as()('GET', tokensPath), await (await signedIn('owner'))('GET', '/api/unknown/')]) {
      expect(response.headers.get('Cache-Control')).toBe('no-store')
      expect(response.headers.get('Date')).toMatch(/^Tue, 01 Sep 2026 09:00:/)
      expect(response.headers.get('Access-Control-Allow-Origin')).toBe('*')
      expect(response.headers.get('Access-Control-Expose-Headers')).toBe('Link,X-Result-Count')
    }
    const preflight = await as()('OPTIONS', tokensPath, undefined, { 'Access-Control-Request-Method': 'POST' })
    expect(preflight.status).toBe(204)
    expect(preflight.headers.get('Access-Control-Allow-Headers')).toContain('Authorization')
  })

  test('is delayed by the latency on both ways', async () => {
    const { as } = await start({ latency: 40 })
    const started = performance.now()
    await as()('GET', tokensPath)
    // Timers may be a millisecond early.
    expect(performance.now() - started).toBeGreaterThan(78)
  })

  test('to an unknown path is HTML', async () => {
    const response = await (await start()).as()('GET', '/api/unknown/')
    expect([response.status, response.headers.get('Content-Type')]).toEqual([404, 'text/html; charset=UTF-8'])
  })
})

describe('production files', () => {
  test('are served with their headers, assets forever and pages never cached', async () => {
    const pages = await temporaryFolder()
    await mkdir(join(pages, 'assets'))
    await writeFile(join(pages, 'index.html'), '<!doctype html>page')
    await writeFile(join(pages, 'assets', 'app-1a2b.js'), 'code')
    await writeFile(join(pages, 'assets', 'app-1a2b.js.map'), '{}')
    const { as } = await start({ pages })
    const get = async (path: string) => {
      const { headers, status, text } = await as()('GET', path)
      for (const [name, value] of Object.entries(securityHeaders)) expect(headers.get(name)).toBe(value)
      expect(headers.has('Strict-Transport-Security')).toBe(false)
      return [status, text, headers.get('Cache-Control'), headers.get('Content-Type')]
    }
    const page = [200, '<!doctype html>page', 'no-store', 'text/html; charset=utf-8']
    expect(await get('/')).toEqual(page)
    expect(await get('/index.html')).toEqual(page)
    expect(await get('/tokens/0f6c2f0f2d4f4f0d9c3a6f1d2b3c4d5e?dialog=rotate')).toEqual(page)
    const forEver = 'public, max-age=31536000, immutable'
    expect(await get('/assets/app-1a2b.js')).toEqual([200, 'code', forEver, 'text/javascript; charset=utf-8'])
    for (const path of ['/assets/gone.js', '/assets/app-1a2b.js.map', '/config.json']) {
      expect((await get(path)).slice(0, 3)).toEqual([404, 'Not found', 'no-store'])
    }
    for (const path of ['/tokens/a.b', '/..%2f..%2fetc%2fhosts.conf']) expect(await get(path)).toEqual(page)
    const { headers } = await as()('GET', '/api/configuration/')
    expect(headers.get('Content-Type')).toBe('application/json')
    expect(headers.get('Content-Security-Policy')).toMatch(/^default-src 'none'; .*; sandbox$/)
  })
})
