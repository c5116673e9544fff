import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { APIRequestContext } from 'playwright/test'
import { expect } from './fixtures.ts'
import { page as otherPage, startOther } from './otherOrigin.ts'
import { pagesFolder } from './pagesFolder.ts'
import { sent, tokensPath } from './sandboxSteps.ts'
import { test as base } from './serve.ts'
import { staySignedIn } from './sessionSteps.ts'

const shapes = ['nginx', 'Waldur’s Caddy with handle', 'Waldur’s Caddy with bare proxies'] as const

/** Starts a site that has something else at its root and the page under a path. */
const test = base.extend<{ start: (shape: (typeof shapes)[number], path?: string) => Promise<string> }>({
  start: async ({ serve }, provide) => {
    const homeport = await startOther(otherPage('HomePort'))
    await provide((shape, path) => {
      if (shape === 'nginx') return serve.nginx({ isUnderPath: true })
      const site = { homeport: new URL(homeport.origin).host, ...(path !== undefined && { path }) }
      return serve.waldurCaddy({ ...site, shape: shape.endsWith('handle') ? 'handle' : 'bare' })
    })
    await homeport.stop()
  },
})

const scriptOf = async () =>
  /assets\/index-[^"]+\.js/.exec(await readFile(join(pagesFolder, 'index.html'), 'utf8'))?.[0] ?? ''

async function get(request: APIRequestContext, address: string) {
  const response = await request.get(address, { maxRedirects: 0 })
  const { 'cache-control': caching, 'x-frame-options': framing } = response.headers()
  return [response.status(), caching, framing]
}

for (const shape of shapes) {
  test(`${shape} serves the page, its files and nothing else under a path`, async ({ request, start }) => {
    const origin = await start(shape)
    const at = (path: string) => `${origin}/tokens-app${path}`
    for (const path of [
      '/',
      '/tokens',
      '/tokens?q=a/b',
      '/tokens/new',
      '/tokens/a.map',
      '/tokens/a%2Fb%3F',
      '/tokens//a',
      '/tokens/00000000000000000000000000000000/',
    ]) {
      expect(await get(request, at(path)), path).toEqual([200, 'no-store', 'DENY'])
      const text = await (await request.get(at(path))).text()
      const script = new URL(/src="([^"]*index-[^"]*\.js)"/.exec(text)?.[1] ?? '', at(path))
      expect(script.href).toBe(at(`/${await scriptOf()}`))
    }
    const asset = await scriptOf()
    expect(await get(request, at(`/${asset}`))).toEqual([200, 'public, max-age=31536000, immutable', 'DENY'])
    expect(await get(request, at('/config.json'))).toEqual([200, 'no-store', 'DENY'])
    for (const path of ['/assets/index-gone.js', `/${asset}.map`, '/a/b/c/d'])
      expect(await get(request, at(path)), path).toEqual([404, 'no-store', 'DENY'])
    const written = await request.post(at('/tokens'))
    expect([written.status(), written.headers()['content-security-policy']]).toEqual([
      405,
      expect.stringContaining("default-src 'none'"),
    ])
    const moved = await request.get(at(''), { headers: { Host: 'evil.example' }, maxRedirects: 0 })
    expect(moved.headers()['location']).toBe('/tokens-app/')
    // The rest of the site is as it was.
    const root = await (await request.get(`${origin}/`)).text()
    expect(root).toContain(shape === 'nginx' ? `src="/${asset}"` : 'HomePort')
    expect((await request.get(`${origin}/api/configuration/`)).status()).toBe(200)
  })
}

for (const [shape, path] of [
  [shapes[0], '/tokens-app'],
  [shapes[1], '/self-service/tokens'],
] as const) {
  test(`a token’s page reloads under a path of ${shape}`, async ({ page, sandbox, start }) => {
    const origin = await start(shape, path)
    const [token] = await sandbox.tokensOf('manager')
    await staySignedIn(page, await sandbox.signIn('manager'))
    await page.goto(`${origin}${path}/tokens/${token?.uuid}`)
    const heading = page.getByRole('heading', { name: token?.name ?? '', level: 1 })
    await expect(heading).toBeVisible()
    await page.reload()
    await expect(heading).toBeVisible()
    await page.getByRole('link', { name: 'Waldur Tokens' }).click()
    await expect(page).toHaveURL(`${origin}${path}/tokens`)
    // The page still has the relative addresses of the one that was loaded.
    await page.getByRole('button', { name: 'Account menu' }).click()
    await page.getByRole('menuitemradio', { name: 'Deutsch' }).click()
    await expect(page.getByRole('heading', { name: 'Persönliche Zugriffstokens', level: 1 })).toBeVisible()
  })
}

for (const shape of [shapes[1], shapes[2]]) {
  test(`${shape} never repeats a rotation`, async ({ request, sandbox, start }) => {
    sandbox.settings.IDEMPOTENCY = false
    const origin = await start(shape)
    const { uuid } = await sandbox.createToken('owner')
    const rotation = `${tokensPath}${uuid}/rotate/`
    const authorized = { Authorization: `Token ${await sandbox.signIn('owner')}` }
    const list = await request.get(`${origin}${tokensPath}`, { headers: authorized })
    expect([list.status(), list.headers()['cache-control']]).toEqual([200, 'no-store'])
    // Caddy would repeat a request only after a kept connection failed.
    sandbox.dropNext('POST', rotation, 'afterCommit')
    const headers = { ...authorized, 'Idempotency-Key': '0'.repeat(32) }
    expect((await request.post(`${origin}${rotation}`, { headers })).status()).toBe(502)
    expect(sent(sandbox, 'POST', rotation)).toBe(1)
  })
}
