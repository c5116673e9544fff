import { chmod, cp, mkdir, readFile, rm, utimes, writeFile } from 'node:fs/promises'
import { networkInterfaces } from 'node:os'
import { join } from 'node:path'
import { invalid, networks } from './containerSettings.ts'
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
  const settings = {
    ...invalid,
    // The last ones only here: the chart doesn't look names up.
    WALDUR_ADDRESS: [...invalid.WALDUR_ADDRESS, '', 'waldur\n', '[:::]:80', 'waldur:99999', 'no.invalid'],
    CONFIG_JSON: [
      'config.json',
      '[]',
      '{"siteName": "Example"',
      '{"siteName": "a",}',
      "{'siteName': 'a'}",
      '{} {}',
      '{"a": "\\x"}',
    ],
  }
  for (const [name, values] of Object.entries(settings)) {
    for (const value of values)
      await expect(serve.container({ env: { [name]: value } }), value).rejects.toThrow(`Set ${name} to `)
  }
})

test('the container starts with every form of address and range', async ({ request, serve }) => {
  const origin = await serve.container({ env: { REAL_IP_FROM: networks.join(',') } })
  expect((await request.get(`${origin}/healthz`)).status()).toBe(200)
  const isIpv6Here = networkInterfaces()['lo']?.some(({ family }) => family === 'IPv6')
  if (isIpv6Here) expect((await request.get(`${origin.replace('127.0.0.1', '[::1]')}/healthz`)).status()).toBe(200)
})

test('the container keeps the files of earlier versions for two days', async ({ request, serve }, testInfo) => {
  const files = testInfo.outputPath('files')
  await cp(pagesFolder, files, { recursive: true })
  await mkdir(join(files, 'kept'))
  await chmod(join(files, 'kept'), 0o777)
  const release = async (name: string, before?: string) => {
    if (before !== undefined) await rm(join(files, 'assets', before))
    await writeFile(join(files, 'assets', name), name)
    const [root, under] = [await serve.container({ files }), await serve.container({ files, env: { BASE_PATH: '/t' } })]
    return async (asset: string) => {
      const answers = await Promise.all([root, `${under}/t`].map((at) => request.get(`${at}/assets/${asset}`)))
      return answers.map((answer) => [answer.status(), answer.headers()['cache-control']])
    }
  }
  const served = Array(2).fill([200, 'public, max-age=31536000, immutable'])
  const gone = Array(2).fill([404, 'no-store'])
  // As if each version had run for longer than files are kept.
  const age = (...names: string[]) =>
    Promise.all(names.map((name) => utimes(join(files, 'kept/assets', name), 0, Date.now() / 1000 - 3 * 86_400)))
  await release('first-1.js')
  await age('first-1.js')
  const second = await release('second-1.js', 'first-1.js')
  for (const name of ['first-1.js', 'second-1.js']) expect(await second(name), name).toEqual(served)
  expect((await request.get(`${await serve.container({ files })}/kept/latest`)).headers()['content-type']).toMatch(
    /html/,
  )
  await age('first-1.js', 'second-1.js')
  const third = await release('third-1.js', 'second-1.js')
  expect(await third('first-1.js')).toEqual(gone)
  for (const name of ['second-1.js', 'third-1.js']) expect(await third(name), name).toEqual(served)
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
