import { appendFile, cp, readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { brotliCompressSync, gzipSync } from 'node:zlib'
import { check } from './checkSteps.ts'
import { expect } from './fixtures.ts'
import { startOther } from './otherOrigin.ts'
import { pagesFolder } from './pagesFolder.ts'
import { test } from './serve.ts'
import { freePort } from './webServer.ts'

const hostOf = (origin: string) => new URL(origin).host

for (const server of ['nginx', 'caddy'] as const) {
  test(`nothing is to be changed behind ${server} as it is shipped`, async ({ sandbox, serve }) => {
    const origin = await serve[server]()
    await sandbox.signIn('owner')
    const { token } = await sandbox.createToken('owner')
    const { code, lines, changes } = await check(origin, token)
    expect(changes).toEqual([])
    expect(code).toBe(0)
    expect(lines).toContain('ok      A token can’t read its owner’s sign-in key.')
    expect(lines).toContain(
      'ok      Waldur sees you at 127.0.0.1. If that isn’t you, tokens limited to addresses fail.',
    )
    expect(lines.join('\n')).toMatch(/This is Waldur 8\.1\.\d or similar\./)
  })
}

test('nothing is to be changed under a path', async ({ serve }) => {
  const origin = await serve.nginx({ isUnderPath: true })
  for (const path of ['', '/tokens', '/tokens/new?q=a']) {
    const { code, lines, changes } = await check(`${origin}/tokens-app${path}`)
    expect([code, changes]).toEqual([0, []])
    expect(lines[0]).toBe(`ok      ${origin}/tokens-app/ is Waldur Tokens.`)
    expect(lines.join('\n')).toContain('identity provider only in HomePort')
  }
})

test('nothing is to be changed beside Waldur’s docker-compose', async ({ serve }) => {
  const homeport = await startOther((_request, response) => response.end('<title>HomePort</title>'))
  // Like Waldur itself, it doesn't say whether what it sends may be cached.
  const waldur = await startOther(({ url }, response) => {
    const isPublic = url === '/api/configuration/'
    return response.writeHead(isPublic ? 200 : 401).end(isPublic ? '{}' : '{"detail": ""}')
  })
  const site = { homeport: hostOf(homeport.origin), waldur: hostOf(waldur.origin) }
  for (const shape of ['handle', 'bare'] as const) {
    const origin = await serve.waldurCaddy({ shape, ...site })
    expect(await check(`${origin}/tokens-app/`)).toMatchObject({ code: 0, changes: [] })
    const { code, stderr } = await check(origin)
    expect([code, stderr]).toEqual([2, expect.stringContaining('with its path if it has one')])
  }
  await waldur.stop()
  await homeport.stop()
})

test('beside Waldur’s docker-compose, two lines in its Caddyfile keep sign-in keys from tokens', async ({
  sandbox,
  serve,
}) => {
  const homeport = await startOther((_request, response) => response.end('<title>HomePort</title>'))
  await sandbox.signIn('owner')
  const { token } = await sandbox.createToken('owner')
  for (const shape of ['handle', 'bare'] as const) {
    const origin = await serve.waldurCaddy({ shape, hidesKeys: true, homeport: hostOf(homeport.origin) })
    expect(await check(`${origin}/tokens-app/`, token)).toMatchObject({ code: 0, changes: [] })
  }
  await homeport.stop()
})

test('Waldur without a server that shields it gives keys and believes addresses', async ({ origin, sandbox }) => {
  await sandbox.signIn('owner')
  const { token } = await sandbox.createToken('owner')
  expect((await check(origin, token)).changes).toEqual([
    'A token can read its owner’s sign-in key.',
    'A caller can forge the address.',
  ])
})

test.describe('an older Waldur', () => {
  test.use({ sandboxOptions: { generation: '8.0.9' } })

  test('is named, with what it lacks', async ({ sandbox, serve }) => {
    await sandbox.signIn('owner')
    const { token } = await sandbox.createToken('owner')
    const { lines } = await check(await serve.nginx(), token)
    expect(lines).toContain('ok      This is Waldur 8.0.9 or similar.')
    expect(lines).toContain(
      'note    Missing there, and on the page: limiting tokens to IP addresses, the activity of a token, event queues of a token.',
    )
  })
})

test('says what answers instead of Waldur', async ({ serve }) => {
  const answers = [
    [200, '<title>Sign in to the gateway</title>', 'web page'],
    [302, '', 'redirects to https://login.example.org'],
    [400, '<h1>Bad Request (400)</h1>', 'ALLOWED_HOSTS'],
  ] as const
  for (const [status, body, advice] of answers) {
    const gateway = await startOther((_request, response) =>
      response.writeHead(status, { 'Content-Type': 'text/html', Location: 'https://login.example.org' }).end(body),
    )
    const { code, lines, changes } = await check(await serve.nginx({ waldur: hostOf(gateway.origin) }))
    expect(code).toBe(1)
    expect(changes).toEqual([expect.stringMatching(/\/api\/configuration\/ isn’t Waldur: \d{3}/)])
    expect(lines.join('\n')).toContain(advice)
    await gateway.stop()
  }
  const { lines } = await check(await serve.nginx({ waldur: `127.0.0.1:${await freePort()}` }))
  expect(lines.join('\n')).toContain('The server in front can’t reach MasterMind')
})

test('says what answers instead of Waldur where requests about tokens are passed on separately', async ({ serve }) => {
  const waldur = await startOther(({ url }, response) => {
    if (url === '/api/configuration/') return response.end('{"WALDUR_CORE": {"PAT_ENABLED": false}}')
    if (url === '/api/personal-access-tokens/') return response.writeHead(502).end('<title>502 Bad Gateway</title>')
    return response.writeHead(401).end('{"detail": ""}')
  })
  expect((await check(await serve.nginx({ waldur: hostOf(waldur.origin) }), 'w_a')).changes).toEqual([
    'Personal access tokens are turned off in Waldur.',
    expect.stringContaining(
      '/api/personal-access-tokens/ isn’t Waldur’s 401: 502, a web page named “502 Bad Gateway”.',
    ),
  ])
  await waldur.stop()
})

test('says what answers instead of Waldur for a caller with a token', async ({ serve }) => {
  const gateway = await startOther(({ url, headers }, response) => {
    if (headers.authorization) return response.end('<title>Sign in to the gateway</title>')
    if (url !== '/api/configuration/') return response.writeHead(401).end('{"detail": ""}')
    return response.writeHead(200, { 'Content-Encoding': 'gzip' }).end(gzipSync('{}').subarray(0, broken))
  })
  let broken: number | undefined
  const origin = await serve.nginx({ waldur: hostOf(gateway.origin) })
  expect((await check(origin, 'w_a\n')).changes).toContainEqual(
    expect.stringContaining('named “Sign in to the gateway”'),
  )
  expect(await check(origin, '“w_a”')).toMatchObject({ code: 2, stderr: expect.stringContaining('Set WALDUR_TOKEN') })
  broken = 12
  expect((await check(origin)).changes).toEqual([expect.stringContaining('/api/configuration/ isn’t Waldur: 200.')])
  await gateway.stop()
})

test('names every header of an unprepared web server, and what it sends for a missing file', async () => {
  const page = '<title>Waldur Tokens</title><script src="/assets/index-1.js" integrity="sha384-1"></script>'
  const policies = ["default-src 'self'", "frame-ancestors 'self'"]
  const server = await startOther((request, response) => {
    if (request.url === '/config.json') return response.end('{"apiOrigin": "waldur.example.org", "sitename": "A"}')
    response.writeHead(200, { 'Content-Security-Policy': policies, 'Content-Encoding': 'identity' }).end(page)
  })
  const { code, changes } = await check(server.origin)
  expect(code).toBe(1)
  expect(changes).toEqual([
    'config.json may be cached.',
    'The page can’t use in config.json: apiOrigin, sitename.',
    expect.stringContaining("The Content-Security-Policy lacks: default-src 'none'; script-src 'self'; "),
    '2 policies are sent, and browsers apply all of them.',
    expect.stringContaining('X-Frame-Options (absent, should be DENY)'),
    'The page may be cached.',
    'Not as they were built: assets/index-1.js.',
    'A source map is served.',
    'A missing file is answered with 200.',
    expect.stringContaining('/api/configuration/ isn’t Waldur: 200, a web page named “Waldur Tokens”.'),
  ])
  await server.stop()
})

test('looks at every script, and at the sign-in beside the API', async ({ serve }, testInfo) => {
  const files = testInfo.outputPath('files')
  await cp(pagesFolder, files, { recursive: true })
  const assets = await readdir(join(files, 'assets'))
  const name = (start: string) => `assets/${assets.find((each) => each.startsWith(start))}`
  await appendFile(join(files, name('dialogs-')), ' ')
  await rm(join(files, name('style-')))
  const gateway = await startOther(({ url }, response) => {
    if (url === '/api/configuration/') return response.end('{}')
    if (url === '/api-auth/password/') return response.end('<title>HomePort</title>')
    return response.writeHead(401).end('{"detail": ""}')
  })
  const { changes } = await check(await serve.nginx({ files, waldur: hostOf(gateway.origin) }))
  expect(changes).toEqual([
    `Not as they were built: ${name('style-')} (404), ${name('dialogs-')}.`,
    expect.stringContaining('/api-auth/password/ isn’t Waldur’s sign-in: 200, a web page named “HomePort”.'),
  ])
  await gateway.stop()
})

test('responses about tokens must not be compressed, others may be', async ({ serve }) => {
  const packed = async (paths: RegExp) => {
    const waldur = await startOther(({ url = '', headers }, response) => {
      const isStranger = !headers.authorization && url !== '/api/configuration/'
      const body = url === '/api/personal-access-tokens/' && !isStranger ? '[]' : '{"detail": ""}'
      const encoding = paths.test(url) ? 'br' : 'identity'
      response.writeHead(isStranger ? 401 : 200, { 'Content-Encoding': encoding })
      response.end(encoding === 'br' ? brotliCompressSync(body) : body)
    })
    const { lines } = await check(await serve.nginx({ waldur: hostOf(waldur.origin) }), 'w_a')
    await waldur.stop()
    return lines.filter((line) => line.includes('compressed.'))
  }
  expect(await packed(/configuration/)).toEqual(['ok      Responses about tokens aren’t compressed.'])
  expect(await packed(/./)).toEqual(['change  Responses about tokens are compressed.'])
})

test.describe('across origins', () => {
  test.use({ placement: { isCrossOrigin: true } })

  test('names the headers that Waldur’s proxy hides from the page', async ({ origin, sandbox }) => {
    sandbox.settings.CORS_EXPOSED = ['Link', 'X-Result-Count']
    expect((await check(origin)).changes).toEqual([
      'The page can’t read Date: it takes the time from the user’s computer.',
      'The page can’t read Retry-After: it guesses how long to wait.',
    ])
    sandbox.settings.CORS_EXPOSED = ['*']
    expect((await check(origin)).changes).toEqual([])
    sandbox.settings.CORS_ORIGIN = 'https://elsewhere.example.org'
    expect((await check(origin)).changes).toContain('Waldur doesn’t accept requests from this page’s origin.')
  })
})

test('without such a page, it says so', async () => {
  expect(await check(`http://127.0.0.1:${await freePort()}/`)).toMatchObject({ code: 2 })
  expect((await check('tokens.example.org')).stderr).toContain('Name the page’s address')
})
