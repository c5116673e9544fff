import { chmod, cp, mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect } from './fixtures.ts'
import { startOther } from './otherOrigin.ts'
import { pagesFolder } from './pagesFolder.ts'
import { statusOf } from './sandboxSteps.ts'
import { test } from './serve.ts'
import { expectSignedIn, signInByForm } from './sessionSteps.ts'

const claimed = { 'X-Forwarded-For': '198.51.100.1, 203.0.113.9, 10.1.2.3', 'X-Forwarded-Proto': 'gopher' }

test('behind a proxy, the container passes on the client’s address and protocol', async ({ request, serve }) => {
  const waldur = await startOther((_request, response) => response.end('{}'))
  const site = { waldur: new URL(waldur.origin).host }
  const forwarded = async (env: { REAL_IP_FROM?: string; FORWARDED_PROTO?: string }) => {
    const origin = await serve.container({ ...site, env })
    await request.get(`${origin}/api/users/me/`, { headers: claimed })
    const headers = waldur.requests.at(-1)?.headers
    return [headers?.['x-forwarded-for'], headers?.['x-forwarded-proto']]
  }
  // The client may have written the first address itself, so it is not trusted.
  expect(await forwarded({ REAL_IP_FROM: '127.0.0.1, 10.0.0.0/8', FORWARDED_PROTO: 'https' })).toEqual([
    '203.0.113.9',
    'https',
  ])
  expect(await forwarded({ REAL_IP_FROM: '127.0.0.1\n2001:db8::/32\n' })).toEqual(['10.1.2.3', 'http'])
  // Nothing is trusted if the request doesn't come from the proxy's address.
  expect(await forwarded({ REAL_IP_FROM: '192.0.2.0/24' })).toEqual(['127.0.0.1', 'http'])
  expect(await forwarded({ REAL_IP_FROM: '', FORWARDED_PROTO: '' })).toEqual(['127.0.0.1', 'http'])
  await waldur.stop()
})

test('a token limited to networks works from them, through proxy and container', async ({ sandbox, serve }) => {
  const { token } = await sandbox.createToken('owner', { allowed_networks: ['203.0.113.0/24'] })
  const origin = await serve.container({ env: { REAL_IP_FROM: '127.0.0.1' } })
  const status = async (address: string) => {
    const headers = { Authorization: `Bearer ${token}`, 'X-Forwarded-For': address }
    return (await fetch(`${origin}/api/users/me/`, { headers })).status
  }
  expect(await status('203.0.113.9')).toBe(200)
  expect(await status('198.51.100.1')).toBe(401)
  expect(await statusOf(origin, `Bearer ${token}`)).toBe(401)
})

test('the container does not start with invalid settings, and says which', async ({ serve }) => {
  const invalid = {
    WALDUR_ADDRESS: [
      '',
      'http://waldur:8080',
      'waldur:8080/api',
      'waldur:80;',
      'a b',
      'waldur\n',
      '[:::]:80',
      'waldur:99999',
      'no.invalid',
    ],
    BASE_PATH: ['tokens', '/a//b', '/a;b', '/a b', '/a.b', '/api', '/api-auth/x', '/healthz', '/a\n/b'],
    CONFIG_JSON: [
      'config.json',
      '[]',
      '{"siteName": "Example"',
      '{"siteName": "a",}',
      "{'siteName': 'a'}",
      '{} {}',
      '{"a": "\\x"}',
    ],
    FORWARDED_PROTO: ['ftp', 'HTTPS', 'https;', '$http_x'],
    REAL_IP_FROM: [
      'proxy.example.org',
      '10.0.0.0/8; root /',
      '10.0.0.1\n}',
      'abc',
      '10.0.0',
      '*',
      '999.0.0.1',
      '10.0.0.0/33',
      '::/129',
    ],
  }
  for (const [name, values] of Object.entries(invalid)) {
    for (const value of values)
      await expect(serve.container({ env: { [name]: value } }), value).rejects.toThrow(`Set ${name} to `)
  }
})

test('the page uses the settings file and the languages that are mounted', async ({ page, serve }, testInfo) => {
  const files = testInfo.outputPath('files')
  await cp(pagesFolder, files, { recursive: true })
  await writeFile(join(files, 'config.json'), '{"siteName": "Puhuri", "languages": {"fr": "Français"}}')
  await mkdir(join(files, 'languages'))
  await writeFile(join(files, 'languages/fr.json'), '{"Personal access tokens": "Jetons"}')
  const origin = await serve.container({ files })
  await signInByForm(page, 'owner', `${origin}/tokens`)
  await expectSignedIn(page)
  await expect(page.getByText('Puhuri')).toBeVisible()
  await page.getByRole('button', { name: 'Account menu' }).click()
  await page.getByRole('menuitemradio', { name: 'Français' }).click()
  await expect(page.getByRole('heading', { name: 'Jetons', level: 1 })).toBeVisible()
  const words = await page.request.get(`${origin}/languages/fr.json`)
  expect(words.headers()['cache-control']).toBe('no-store')
})

test('the container serves the page under a path, with or without Waldur behind it', async ({ request, serve }) => {
  for (const waldur of [undefined, ''] as const) {
    const env = { BASE_PATH: '/self-service/tokens/', ...(waldur === '' && { WALDUR_ADDRESS: '' }) }
    const origin = await serve.container({ env })
    const page = await request.get(`${origin}/self-service/tokens/tokens/new`)
    expect(await page.text()).toContain('src="../assets/')
    for (const path of ['/tokens', '/index.html', '/config.json', '/icon.svg'])
      expect((await request.get(`${origin}${path}`)).status(), path).toBe(404)
    expect((await request.get(`${origin}/api/configuration/`)).status()).toBe(waldur === '' ? 404 : 200)
  }
})

test('the container takes the settings of the page from its environment, and answers probes', async ({
  request,
  serve,
}) => {
  const languages = { fr: 'Français', uk: 'Українська' }
  const settings = {
    siteName: 'Puhuri {\\}',
    helpLink: 'https://example.org/$help?a=1&b="',
    allowPlainHttp: true,
    languages,
  }
  for (const [path, BASE_PATH] of [
    ['', ''],
    ['/tokens-app', '/tokens-app'],
  ] as const) {
    const origin = await serve.container({
      env: { BASE_PATH, CONFIG_JSON: `${JSON.stringify(settings, null, '\t')}\r\n` },
    })
    const config = await request.get(`${origin}${path}/config.json`)
    expect(await config.json()).toEqual(settings)
    expect(config.headers()).toMatchObject({
      'cache-control': 'no-store',
      'content-type': expect.stringMatching(/^application\/json/),
    })
    const health = await request.get(`${origin}/healthz`)
    expect([health.status(), await health.text()]).toEqual([200, 'ok\n'])
  }
})

test('the container logs one line of JSON a request, with no query, key or secret in it', async ({
  request,
  serve,
}, testInfo) => {
  await mkdir(testInfo.outputDir, { recursive: true, mode: 0o777 })
  const log = testInfo.outputPath('access.log')
  await writeFile(log, '')
  await chmod(log, 0o666)
  const origin = await serve.container({ log })
  const secret = `w_180390${'a'.repeat(48)}`
  const headers = { Authorization: `Bearer ${secret}` }
  await request.get(`${origin}/api/users/me/?field=uuid&secret=hidden`, { headers })
  await request.get(`${origin}/tokens/${secret}?find=hidden`)
  await request.get(`${origin}/healthz`)
  const text = await readFile(log, 'utf8')
  expect(text).not.toMatch(/hidden|w_180390|Bearer/)
  const lines: unknown[] = text
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line))
  expect(lines).toMatchObject([
    { method: 'GET', path: '/api/users/me/', status: '401', waldur_status: '401' },
    { method: 'GET', path: '', status: '200', waldur_status: '' },
  ])
})
