import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { getRequestListener } from '@hono/node-server'
import { Hono } from 'hono'
import type { Env } from '../sandbox/core.ts'
import { servePages } from '../sandbox/pages.ts'
import type { Sandbox } from '../sandbox/sandbox.ts'
import { pagesFolder } from './pagesFolder.ts'

/** How an operator deploys the one build. */
export interface Placement {
  /** The content of `config.json`; a string is written as it is, null means no such file. */
  config?: Record<string, unknown> | string | null
  /** The files in `languages`, by the tag of the language; a string is written as it is. */
  languages?: Record<string, Record<string, string> | string>
  /** The path that the pages are served under, with a slash at both ends. */
  base?: string
  /** Whether Waldur is on another origin than the pages; `config.json` then names it. */
  isCrossOrigin?: boolean
}

/** The production files with this placement's settings. */
async function placeFiles({ config = {}, languages = {} }: Placement, apiOrigin: string | null): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'waldur-tokens-'))
  await cp(pagesFolder, folder, { recursive: true })
  const settings = apiOrigin !== null && typeof config === 'object' ? { apiOrigin, ...config } : config
  const file = join(folder, 'config.json')
  if (settings === null) await rm(file)
  else await writeFile(file, textOf(settings))
  await mkdir(join(folder, 'languages'))
  for (const [tag, words] of Object.entries(languages))
    await writeFile(join(folder, 'languages', `${tag}.json`), textOf(words))
  return folder
}

const textOf = (content: object | string) => (typeof content === 'string' ? content : JSON.stringify(content))

/** Serves the placed pages on an origin of their own, together with the sandbox unless that is on another origin. */
export async function servePlaced(
  placement: Placement,
  sandbox: Sandbox,
  api: string,
): Promise<{ origin: string; close: () => Promise<void> }> {
  const { base = '/', isCrossOrigin = false } = placement
  const folder = await placeFiles(placement, isCrossOrigin ? api : null)
  const app = new Hono<Env>()
  const atRoot = new Hono<Env>().use(servePages(folder))
  // Of an address such as /portal/tokens: 1.
  const atDepth = [1, 2, 3].map((depth) => new Hono<Env>().use(servePages(folder, `under-path/${depth}.html`)))
  app.all('*', async (c) => {
    const url = new URL(c.req.url)
    if (/^\/(api|api-auth|identity-provider)\//.test(url.pathname) && !isCrossOrigin)
      return sandbox.app.fetch(c.req.raw, c.env)
    if (!url.pathname.startsWith(base)) return c.text('Not found', 404)
    url.pathname = url.pathname.slice(base.length - 1)
    const pages = base === '/' ? atRoot : atDepth[url.pathname.split('/').length - 2]
    if (!pages) return c.text('Not found', 404)
    const response = await pages.fetch(new Request(url, c.req.raw))
    const policy = response.headers.get('Content-Security-Policy') ?? ''
    if (isCrossOrigin)
      response.headers.set('Content-Security-Policy', policy.replace(/(connect-src 'self')/, `$1 ${api}`))
    return response
  })
  const server = createServer(getRequestListener(app.fetch, { overrideGlobalObjects: false }))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    origin: `http://127.0.0.1:${port}`,
    close: async () => {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
      await rm(folder, { recursive: true })
    },
  }
}
