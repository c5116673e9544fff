import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { APIRequestContext } from 'playwright/test'
import { expect } from './fixtures.ts'
import { pagesFolder } from './pagesFolder.ts'
import { tokensPath } from './sandboxSteps.ts'
import { test } from './serve.ts'

// Repeated in full, so that loosening the policy by accident fails here.
const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='",
  "style-src-attr 'none'",
  "img-src 'self'",
  "font-src 'self'",
  "connect-src 'self'",
  "manifest-src 'self'",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
  "trusted-types 'none'",
].join('; ')

/** For Waldur's responses, which may be uploads. */
const policyOfWaldur = "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'; sandbox"

const everywhere = {
  'cross-origin-embedder-policy': 'require-corp',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy':
    'accelerometer=(), camera=(), clipboard-read=(), clipboard-write=(self), display-capture=(), geolocation=(), microphone=(), payment=(), usb=()',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
}

/** Headers that must not be sent, at least over plain HTTP. */
const nowhere = ['strict-transport-security', 'x-powered-by', 'set-cookie']

const script = readdirSync(join(pagesFolder, 'assets')).find((name) => name.endsWith('.js')) ?? ''
const font = readdirSync(join(pagesFolder, 'assets')).find((name) => name.endsWith('.woff2')) ?? ''
const forAYear = 'public, max-age=31536000, immutable'
const html = 'text/html; charset=utf-8'
const javascript = 'text/javascript; charset=utf-8'
const json = 'application/json'

interface Row {
  what: string
  method?: string
  path: string
  status: number
  cache: string
  /** Media type. Each server has its own for error pages. */
  type?: string
  allow?: string
  /** The user; none by default. */
  as?: 'owner'
}

const rows: Row[] = [
  { what: 'the start', path: '/', status: 200, cache: 'no-store', type: html },
  { what: 'the page by its name', path: '/index.html', status: 200, cache: 'no-store', type: html },
  { what: 'a deep link', path: `/tokens/${'a'.repeat(32)}`, status: 200, cache: 'no-store', type: html },
  { what: 'a deep link with a query', path: '/tokens?find=a.b', status: 200, cache: 'no-store', type: html },
  { what: 'a path nobody knows', path: '/no/such/page/', status: 200, cache: 'no-store', type: html },
  { what: 'HEAD of a deep link', method: 'HEAD', path: '/tokens', status: 200, cache: 'no-store', type: html },
  { what: 'a deep link with a dot', path: '/tokens/a.map', status: 200, cache: 'no-store', type: html },
  { what: 'a link with an encoded #', path: '/tokens/new%23scopes=A.LIST', status: 200, cache: 'no-store', type: html },
  { what: 'a script', path: `/assets/${script}`, status: 200, cache: forAYear, type: javascript },
  {
    what: 'HEAD of a script',
    method: 'HEAD',
    path: `/assets/${script}`,
    status: 200,
    cache: forAYear,
    type: javascript,
  },
  { what: 'a font', path: `/assets/${font}`, status: 200, cache: forAYear, type: 'font/woff2' },
  { what: 'the icon', path: '/icon.svg', status: 200, cache: 'no-store', type: 'image/svg+xml' },
  { what: 'the settings', path: '/config.json', status: 200, cache: 'no-store' },
  { what: 'a script of an older release', path: '/assets/index-gone.js', status: 404, cache: 'no-store' },
  { what: 'an asset without an ending', path: '/assets/index', status: 404, cache: 'no-store' },
  { what: 'a missing file', path: '/robots.gone', status: 404, cache: 'no-store' },
  { what: 'a source map', path: `/assets/${script}.map`, status: 404, cache: 'no-store' },
  { what: 'a POST to a page', method: 'POST', path: '/tokens', status: 405, cache: 'no-store', allow: 'GET, HEAD' },
  {
    what: 'a PUT of a script',
    method: 'PUT',
    path: `/assets/${script}`,
    status: 405,
    cache: 'no-store',
    allow: 'GET, HEAD',
  },
  { what: 'the API', path: tokensPath, as: 'owner', status: 200, cache: 'no-store', type: json },
  { what: 'the API, HEAD', method: 'HEAD', path: tokensPath, as: 'owner', status: 200, cache: 'no-store', type: json },
  { what: 'the API to a stranger', path: tokensPath, status: 401, cache: 'no-store', type: json },
  {
    what: 'a token that is not there',
    path: `${tokensPath}${'b'.repeat(32)}/`,
    as: 'owner',
    status: 404,
    cache: 'no-store',
    type: json,
  },
  { what: 'a fault of the API', path: '/api/roles/', as: 'owner', status: 500, cache: 'no-store' },
  { what: 'a wrong password', method: 'POST', path: '/api-auth/password/', status: 400, cache: 'no-store', type: json },
]

/** Sends a row's request. @returns the response in the form of a row */
async function ask(request: APIRequestContext, origin: string, row: Row, key: string) {
  const response = await request.fetch(`${origin}${row.path}`, {
    method: row.method ?? 'GET',
    headers: row.as ? { Authorization: `Token ${key}` } : {},
    ...(row.method === 'POST' && { data: {} }),
  })
  const headers = response.headers()
  const picked = Object.fromEntries(Object.keys(everywhere).map((name) => [name, headers[name]]))
  return {
    what: row.what,
    status: response.status(),
    headers: picked,
    unwanted: nowhere.filter((name) => name in headers),
    policy: headers['content-security-policy'],
    cache: headers['cache-control'],
    type: row.type === undefined ? undefined : headers['content-type'],
    allow: row.allow === undefined ? undefined : headers['allow'],
  }
}

for (const server of ['sandbox', 'nginx', 'container', 'caddy'] as const) {
  test(`${server} serves every path with every header`, async ({ origin, request, sandbox, serve }) => {
    const from = server === 'sandbox' ? origin : await serve[server]()
    const key = await sandbox.signIn('owner')
    sandbox.failNext('GET', '/api/roles/', { status: 500, body: '<h1>Server Error (500)</h1>' })
    const responses = []
    for (const row of rows) responses.push(await ask(request, from, row, key))
    expect(responses).toEqual(
      rows.map(({ what, path, status, cache, type, allow }) => ({
        what,
        status,
        headers: everywhere,
        unwanted: [],
        policy: /^\/api(-auth)?\//.test(path) ? policyOfWaldur : policy,
        cache,
        type,
        allow,
      })),
    )

    const asset = `${from}/assets/${script}`
    const { etag = '' } = (await request.get(asset)).headers()
    const again = await request.get(asset, { headers: { 'If-None-Match': etag } })
    expect(again.status()).toBe(304)
    expect(again.headers()).toMatchObject({
      ...everywhere,
      'content-security-policy': policy,
      'cache-control': forAYear,
    })
  })
}
