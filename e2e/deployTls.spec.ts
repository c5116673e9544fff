import { execFileSync } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, readFileSync } from 'node:fs'
import { createServer } from 'node:https'
import { join } from 'node:path'
import type { SecureVersion } from 'node:tls'
import { connect } from 'node:tls'
import type { TestInfo } from 'playwright/test'
import { request as http } from 'playwright/test'
import { check } from './checkSteps.ts'
import { expect } from './fixtures.ts'
import { observatoryScore } from './observatory.ts'
import { sendRaw } from './rawRequest.ts'
import { tokensPath } from './sandboxSteps.ts'
import { test } from './serve.ts'
import type { Certificate } from './webServer.ts'
import { freePort, installed, needs } from './webServer.ts'

/** A certificate for this computer that only the test trusts. */
function selfSigned(testInfo: TestInfo): Certificate {
  needs(testInfo, 'openssl')
  const folder = testInfo.outputPath('tls')
  mkdirSync(folder, { recursive: true })
  const [certificate, key] = [join(folder, 'tls.crt'), join(folder, 'tls.key')]
  const subject = ['-subj', '/CN=127.0.0.1', '-addext', 'subjectAltName=IP:127.0.0.1']
  const kind = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-days', '1']
  const args = ['req', '-x509', ...kind, ...subject, '-out', certificate, '-keyout', key]
  execFileSync(installed('openssl'), args, { stdio: 'ignore' })
  return { certificate, key }
}

async function expectHsts(origin: string): Promise<void> {
  const client = await http.newContext({ ignoreHTTPSErrors: true })
  for (const path of ['/', '/tokens/abc', '/assets/gone.js', tokensPath]) {
    const { 'strict-transport-security': hsts } = (await client.get(`${origin}${path}`)).headers()
    expect(hsts, path).toBe('max-age=63072000; includeSubDomains')
  }
  await client.dispose()
}

test('over TLS, nginx sends HSTS with every response, and an observatory gives the full score', async ({
  serve,
}, testInfo) => {
  const server = await serve.overTls('nginx', selfSigned(testInfo))
  const client = await http.newContext({ ignoreHTTPSErrors: true })
  await expectHsts(server.origin)
  const plain = await client.get(`${server.plain}/tokens?find=a`, { maxRedirects: 0 })
  expect(plain.status()).toBe(301)
  const redirect = plain.headers()['location'] ?? null
  expect(redirect).toBe('https://127.0.0.1/tokens?find=a')
  const start = await client.get(`${server.origin}/`)
  const scan = { headers: start.headers(), html: await start.text(), redirect }
  expect(observatoryScore(scan)).toBe(135)

  // The score is lower without the policy, and without any header.
  const { 'content-security-policy': _policy, ...rest } = scan.headers
  expect(observatoryScore({ ...scan, headers: rest })).toBe(75)
  expect(observatoryScore({ headers: {}, html: scan.html, redirect: null })).toBe(10)
  await client.dispose()
})

test('over TLS, Caddy sends HSTS with every response', async ({ serve }, testInfo) => {
  const { origin } = await serve.overTls('caddy', selfSigned(testInfo))
  await expectHsts(origin)
})

test('the check of a deployment tells TLS that browsers trust from TLS that they do not', async ({
  serve,
}, testInfo) => {
  const tls = selfSigned(testInfo)
  const { origin } = await serve.overTls('nginx', tls)
  expect(await check(origin)).toMatchObject({
    code: 2,
    stderr: expect.stringMatching(/isn’t trusted.*NODE_EXTRA_CA_CERTS/s),
  })
  const { code, lines } = await check(origin, '', { NODE_EXTRA_CA_CERTS: tls.certificate })
  const safe = ['ok      Old versions of TLS are refused.', 'ok      Browsers will insist on TLS.']
  expect([code, lines]).toEqual([0, expect.arrayContaining(safe)])
  expect(lines).toContainEqual(expect.stringMatching(/^note {4}The certificate expires on \d{4}-\d\d-\d\d\.$/))
})

test('the check of a deployment finds a server that still speaks TLS 1.1', async () => {
  const { certificate, key } = selfSigned(test.info())
  const old = { minVersion: 'TLSv1.1', ciphers: 'DEFAULT@SECLEVEL=0' } as const
  const files = { cert: readFileSync(certificate), key: readFileSync(key) }
  const server = createServer({ ...files, ...old }, (_request, response) =>
    response.end('<title>Waldur Tokens</title>'),
  )
  const port = await freePort()
  await once(server.listen(port, '127.0.0.1'), 'listening')
  const { changes } = await check(`https://127.0.0.1:${port}`, '', { NODE_EXTRA_CA_CERTS: certificate })
  expect(changes).toContain('TLS 1.1 or older is accepted.')
  server.close()
})

/** Requests that no browser sends, and requests for another host name. */
const strange: readonly (readonly [line: string, ...headers: string[]])[] = [
  ['GET /', 'Host: evil.example'],
  ['GET /tokens?find=a', 'Host: evil.example'],
  ['GET /api/users/me/', 'Host: evil.example'],
  ['POST /api-auth/password/', 'Host: evil.example'],
  ['GET http://evil.example/tokens'],
  ['CONNECT evil.example:443'],
  ['TRACE /'],
  ['GET /%00.js'],
  [`GET /${'a'.repeat(300)}.js`],
  ['GET /tokens', 'If-Match: "a"'],
]

/** Requests that Caddy’s HTTP library rejects before Caddy sees them. */
const rejectedBefore: readonly (readonly [status: number, line: string, ...headers: string[]])[] = [
  [400, 'GET /%zz'],
  [417, 'GET /', 'Expect: nothing'],
]

const namesIn = (head: string) => [...head.matchAll(/^([\w-]+):/gm)].map(([, name = '']) => name.toLowerCase())

/** The headers of every response; deployHeaders.spec.ts checks their values. */
const everywhere = [
  'content-security-policy',
  'cross-origin-embedder-policy',
  'cross-origin-opener-policy',
  'cross-origin-resource-policy',
  'permissions-policy',
  'referrer-policy',
  'x-content-type-options',
  'x-frame-options',
  'cache-control',
]

for (const server of ['nginx', 'caddy'] as const) {
  test(`${server} sends the headers with every response, and redirects to no other host`, async ({
    serve,
  }, testInfo) => {
    const { origin, plain } = await serve.overTls(server, selfSigned(testInfo))
    // Also over plain HTTP, for sites behind another server that terminates TLS.
    const whole = [await serve[server](), ...(server === 'nginx' ? [await serve.container()] : [])]
    for (const from of [plain, origin, ...whole]) {
      for (const [line, ...headers] of strange) {
        const { head } = await sendRaw(from, line, headers)
        const names = namesIn(head)
        const context = `${line} ${headers.join()}, of ${from}:\n${head}`
        expect(names, context).toEqual(expect.arrayContaining(everywhere))
        expect(names.includes('strict-transport-security'), context).toBe(from === origin)
        expect(head, context).not.toMatch(/evil|^Server: (?!nginx\r?$)/m)
      }
      for (const [status, line, ...headers] of server === 'caddy' ? rejectedBefore : []) {
        const response = await sendRaw(from, line, headers)
        expect([response.status, namesIn(response.head).includes('server')]).toEqual([status, false])
      }
    }
    const { head } = await sendRaw(plain, 'GET /tokens?find=a', ['Host: evil.example'])
    expect(head).toMatch(/^Location: https:\/\/127\.0\.0\.1\/tokens\?find=a\r?$/m)
  })

  test(`${server} speaks TLS 1.2 and 1.3`, async ({ serve }, testInfo) => {
    const { origin } = await serve.overTls(server, selfSigned(testInfo))
    expect(await negotiated(origin, 'TLSv1')).toBeNull()
    expect(await negotiated(origin, 'TLSv1.1')).toBeNull()
    expect(await negotiated(origin, 'TLSv1.2')).toBe('TLSv1.2')
    expect(await negotiated(origin, 'TLSv1.3')).toBe('TLSv1.3')
  })
}

/** The negotiated protocol if the client offers only this one; null if the server rejects. */
function negotiated(origin: string, version: SecureVersion): Promise<string | null> {
  const { port, hostname: host } = new URL(origin)
  // Allows the client to offer old protocols, which the server should reject.
  const only = { minVersion: version, maxVersion: version, ciphers: 'DEFAULT@SECLEVEL=0', rejectUnauthorized: false }
  return new Promise((resolve) => {
    const socket = connect({ host, port: Number(port), ...only }, () => {
      resolve(socket.getProtocol())
      socket.destroy()
    })
    socket.on('error', () => resolve(null))
  })
}
