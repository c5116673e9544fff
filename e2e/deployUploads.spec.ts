import type { IncomingMessage, ServerResponse } from 'node:http'
import { expect } from './fixtures.ts'
import { startOther } from './otherOrigin.ts'
import { test } from './serve.ts'

// Synchronous, so that the test notices a script that runs before the document has loaded.
const takes = `const request = new XMLHttpRequest()
request.open('GET', '/api/taken/?' + sessionStorage.getItem('waldur-tokens.session'), false)
request.send()`

/** Files uploaded to Waldur, as other users' browsers get them. */
const uploads: Record<string, readonly [type: string, body: string]> = {
  '/api/media/a.js': ['text/javascript', takes],
  '/api/media/a.html': ['text/html', `<script>${takes}</script><script src="/api/media/a.js"></script>`],
  '/api-auth/a.svg': [
    'image/svg+xml',
    '<svg xmlns="http://www.w3.org/2000/svg"><script href="/api/media/a.js"/></svg>',
  ],
}

/** Waldur's own policy for uploads. */
const ofWaldur = "default-src 'none'; style-src 'unsafe-inline'; sandbox"

function upload({ url = '' }: IncomingMessage, response: ServerResponse): void {
  const [type, body] = uploads[url] ?? ['application/json', '{}']
  response.writeHead(200, { 'Content-Type': type, 'Content-Security-Policy': ofWaldur }).end(body)
}

const policy = "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'; sandbox"

for (const server of ['nginx', 'caddy', 'preview'] as const) {
  test(`${server} does not let an upload run as part of the page`, async ({ browser, serve }) => {
    const waldur = await startOther(upload)
    const origin = await serve[server]({ waldur: new URL(waldur.origin).host })
    const context = await browser.newContext()
    const page = await context.newPage()
    await page.goto(`${origin}/config.json`)
    await page.evaluate(() => sessionStorage.setItem('waldur-tokens.session', 'secret'))
    const documents = ['/api/media/a.html', '/api-auth/a.svg']
    for (const path of documents) {
      const response = await page.goto(`${origin}${path}`)
      expect(response?.headers()['content-security-policy']).toBe(policy)
    }
    expect(waldur.requests.map(({ url }) => url)).toEqual(documents)
    await context.close()

    // However the path is written, Waldur's responses have this policy.
    for (const path of ['//api/media/a.html', '/API/media/a.html', '/%61pi/media/a.html', '/api//media/a.html']) {
      const before = waldur.requests.length
      const response = await fetch(`${origin}${path}`)
      if (waldur.requests.length > before) expect(response.headers.get('content-security-policy'), path).toBe(policy)
    }
    await waldur.stop()
  })
}
