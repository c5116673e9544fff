import { cp, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { expect } from './fixtures.ts'
import { startOther } from './otherOrigin.ts'
import { pagesFolder } from './pagesFolder.ts'
import { sent, tokensPath } from './sandboxSteps.ts'
import { test } from './serve.ts'

for (const server of ['nginx', 'caddy'] as const) {
  test.describe(`${server} in front of Waldur`, () => {
    test('replaces Waldur’s headers about caching and framing', async ({ request, serve }) => {
      const waldur = await startOther((_request, response) => {
        const headers = { 'Cache-Control': 'max-age=600', 'X-Frame-Options': 'SAMEORIGIN', 'Referrer-Policy': 'origin' }
        response.writeHead(200, { ...headers, 'Content-Type': 'application/json' }).end('{}')
      })
      const origin = await serve[server]({ waldur: new URL(waldur.origin).host })
      const wanted = { 'cache-control': 'no-store', 'x-frame-options': 'DENY', 'referrer-policy': 'no-referrer' }
      // The second path looks like a hashed asset.
      for (const path of ['/api/users/me/', '/api/assets/a.js']) {
        expect((await request.get(`${origin}${path}`)).headers()).toMatchObject(wanted)
      }
      await waldur.stop()
    })

    test('passes the client’s true address and the host name on to Waldur', async ({ request, serve }) => {
      const waldur = await startOther((_request, response) => response.end('{}'))
      const origin = await serve[server]({ waldur: new URL(waldur.origin).host })
      await request.get(`${origin}/api/users/me/`, { headers: { 'X-Forwarded-For': '203.0.113.9' } })
      expect(waldur.requests.map(({ headers }) => headers)).toMatchObject([
        { host: new URL(origin).host, 'x-forwarded-for': '127.0.0.1', 'x-forwarded-proto': 'http' },
      ])
      await waldur.stop()
    })

    test('never repeats a request', async ({ request, sandbox, serve }) => {
      sandbox.settings.IDEMPOTENCY = false
      const origin = await serve[server]()
      const { uuid } = await sandbox.createToken('owner')
      const path = `${tokensPath}${uuid}/rotate/`
      const authorized = { Authorization: `Token ${await sandbox.signIn('owner')}` }
      // A proxy would repeat a request only after a kept connection failed.
      expect((await request.get(`${origin}${tokensPath}`, { headers: authorized })).status()).toBe(200)
      sandbox.dropNext('POST', path, 'afterCommit')
      const headers = { ...authorized, 'Idempotency-Key': '0'.repeat(32) }
      const response = await request.post(`${origin}${path}`, { headers })
      expect(response.status()).toBe(502)
      expect(response.headers()).toMatchObject({ 'cache-control': 'no-store', 'x-frame-options': 'DENY' })
      expect(sent(sandbox, 'POST', path)).toBe(1)
    })

    test('compresses texts, and sends files that were compressed in advance', async ({ serve }, testInfo) => {
      const files = testInfo.outputPath('files')
      await cp(pagesFolder, files, { recursive: true })
      await writeFile(join(files, 'icon.svg.gz'), gzipSync('compressed beforehand'))
      await writeFile(join(files, 'index.html.gz'), gzipSync('of an older release'))
      const origin = await serve[server]({ files })
      const asset = /src="([^"]+\/index-[^"]+\.js)"/.exec(await readFile(join(files, 'index.html'), 'utf8'))?.[1]
      const script = await fetch(`${origin}${asset}`, { headers: { 'Accept-Encoding': 'gzip' } })
      expect(Object.fromEntries(script.headers)).toMatchObject({ 'content-encoding': 'gzip', vary: 'Accept-Encoding' })
      const icon = await fetch(`${origin}/icon.svg`, { headers: { 'Accept-Encoding': 'gzip' } })
      expect(await icon.text()).toBe('compressed beforehand')
      const start = await fetch(`${origin}/tokens`, { headers: { 'Accept-Encoding': 'gzip' } })
      expect(start.headers.get('content-encoding')).toBe('gzip')
      expect(await start.text()).toContain('<title>Waldur Tokens</title>')
      // A secret must not be compressed together with text that an attacker may choose.
      const secret = await fetch(`${origin}/api/configuration/`, { headers: { 'Accept-Encoding': 'gzip' } })
      expect(secret.status).toBe(200)
      expect(secret.headers.get('content-encoding')).toBeNull()
    })
  })
}

test('nginx can allow the page to connect to a Waldur server on another origin', async ({ request, serve }) => {
  const api = 'http://127.0.0.1:8123'
  const { 'content-security-policy': policy = '' } = (await request.get(await serve.nginx({ api }))).headers()
  expect(policy.split('; ').filter((directive) => directive.includes(api))).toEqual([`connect-src 'self' ${api}`])
})

test('nginx rejects only the second request of one click', async ({ request, sandbox, serve }) => {
  sandbox.settings.IDEMPOTENCY = false
  const origin = await serve.nginx()
  const authorization = `Token ${await sandbox.signIn('owner')}`
  const ask = async (method: string, path: string, key?: string) => {
    const headers = { Authorization: authorization, ...(key && { 'Idempotency-Key': key }) }
    const data = {
      name: 'once',
      scopes: ['PROJECT.LIST'],
      expires_at: new Date(sandbox.now() + 86_400_000).toISOString(),
    }
    const response = await request.fetch(`${origin}${path}`, { method, headers, ...(method === 'POST' && { data }) })
    return response.status()
  }
  const [first, second, third] = ['1', '2', '3'].map((digit) => digit.repeat(32))
  expect(await ask('POST', tokensPath, first)).toBe(201)
  expect(await ask('POST', tokensPath, first)).toBe(409)
  expect(await ask('POST', tokensPath, second)).toBe(201)
  expect([await ask('POST', tokensPath), await ask('POST', tokensPath)]).toEqual([201, 201])
  expect([await ask('GET', tokensPath), await ask('GET', tokensPath)]).toEqual([200, 200])
  const { uuid } = await sandbox.createToken('owner')
  expect(await ask('POST', `${tokensPath}${uuid}/rotate/`, third)).toBe(201)
  expect(await ask('POST', `${tokensPath}${uuid}/rotate/`, third)).toBe(409)
  expect((await sandbox.tokensOf('owner')).filter(({ name }) => name === 'once')).toHaveLength(4)
})
