import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { request as http } from 'playwright/test'
import { expect } from './fixtures.ts'
import { observatoryScore } from './observatory.ts'
import { test } from './serve.ts'
import { tokensPath } from './steps.ts'

const openssl = '/usr/bin/openssl'

/** A certificate for this computer that nobody but the test trusts. */
function selfSigned(folder: string): { certificate: string; key: string } {
  mkdirSync(folder, { recursive: true })
  const [certificate, key] = [join(folder, 'tls.crt'), join(folder, 'tls.key')]
  const subject = ['-subj', '/CN=127.0.0.1', '-addext', 'subjectAltName=IP:127.0.0.1']
  const kind = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-days', '1']
  execFileSync(openssl, ['req', '-x509', ...kind, ...subject, '-out', certificate, '-keyout', key], { stdio: 'ignore' })
  return { certificate, key }
}

async function expectBound(origin: string): Promise<void> {
  const client = await http.newContext({ ignoreHTTPSErrors: true })
  for (const path of ['/', '/tokens/abc', '/assets/gone.js', tokensPath]) {
    const { 'strict-transport-security': hsts } = (await client.get(`${origin}${path}`)).headers()
    expect(hsts, path).toBe('max-age=63072000; includeSubDomains')
  }
  await client.dispose()
}

test('over TLS nginx binds the host name, on every answer, and an observatory is content', async ({
  serve,
}, testInfo) => {
  test.skip(!existsSync(openssl), 'openssl is not installed here')
  const server = await serve.nginxOverTls(selfSigned(testInfo.outputPath('tls')))
  const client = await http.newContext({ ignoreHTTPSErrors: true })
  await expectBound(server.origin)
  const plain = await client.get(`${server.plain}/tokens?find=a`, { maxRedirects: 0 })
  expect(plain.status()).toBe(301)
  const redirect = plain.headers()['location'] ?? null
  expect(redirect).toBe('https://127.0.0.1/tokens?find=a')
  const start = await client.get(`${server.origin}/`)
  const scan = { headers: start.headers(), html: await start.text(), redirect }
  expect(observatoryScore(scan)).toBe(135)

  // The score can fall: without the policy, and with nothing at all.
  const { 'content-security-policy': _policy, ...rest } = scan.headers
  expect(observatoryScore({ ...scan, headers: rest })).toBe(75)
  expect(observatoryScore({ headers: {}, html: scan.html, redirect: null })).toBe(10)
  await client.dispose()
})

test('over TLS Caddy binds the host name, on every answer', async ({ serve }, testInfo) => {
  test.skip(!existsSync(openssl), 'openssl is not installed here')
  const origin = await serve.caddy({ tls: selfSigned(testInfo.outputPath('tls')) })
  await expectBound(origin)
})
