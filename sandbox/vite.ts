import type { IncomingMessage, ServerResponse } from 'node:http'
import { resolve } from 'node:path'
import type { Plugin, PreviewServer, ProxyOptions, ViteDevServer } from 'vite'
import type { Env } from './core.ts'
import { waldurHeaders } from './pages.ts'
import { people } from './people.ts'
import { releaseNamed } from './releases.ts'

type Server = Pick<ViteDevServer | PreviewServer, 'httpServer' | 'middlewares' | 'resolvedUrls'>

/** Also the stand-in for an identity provider, and the fault hooks, which are served only where they are switched on. */
const isApi = (url = '') => /^\/(api|api-auth|identity-provider|__faults|__log)(\/|$)/.test(url)

/** Waldur's schedule of the expiry job, six hours (waldur-api.md 2.11). */
const expiryJobMs = 6 * 3_600_000

const count = (name: string) => Number.parseInt(process.env[name] ?? '0', 10) || 0

/** Opens the sandbox of `npm start` and answers with it: the API, and the pages of a folder if there is one. */
async function mountSandbox(server: Server, pages?: string): Promise<void> {
  const { httpServer, middlewares } = server
  // Loaded here, so that a build or a unit test never loads a database.
  const { openSandbox } = await import('./sandbox.ts')
  const { getRequestListener } = await import('@hono/node-server')
  const [tokens, entities] = [count('SANDBOX_TOKENS'), count('SANDBOX_ENTITIES')]
  // A grown world has a file of its own: growing happens at the first start only, and the usual world stays as it was.
  const file = tokens + entities > 0 ? `waldur-${tokens}-${entities}.db` : 'waldur.db'
  const sandbox = await openSandbox({
    database: `file:.sandbox/${file}`,
    generation: releaseNamed(process.env['SANDBOX_GENERATION']),
    tokens,
    entities,
    hooks: process.env['SANDBOX_FAULTS'] === '1',
    latency: count('SANDBOX_LATENCY'),
    ...(pages !== undefined && { pages }),
  })
  // A provider of one's own would be told where the page is served; this one learns it from the server.
  sandbox.settings.SSO = true
  onceServing(server, (addresses) => {
    sandbox.settings.SSO_REDIRECTS = addresses.map((address) => new URL(address).origin)
  })
  const answer = getRequestListener(sandbox.app.fetch, { overrideGlobalObjects: false })
  middlewares.use((request: IncomingMessage, response: ServerResponse, next: () => void) => {
    if (isApi(request.url) || pages !== undefined) void answer(request, response)
    else next()
  })
  const expiryJob = setInterval(() => void sandbox.runExpiryJob(), expiryJobMs)
  httpServer?.once('close', () => {
    clearInterval(expiryJob)
    void sandbox.close()
  })
}

/** The pages of a folder and their headers, in front of Vite's own server; the API goes on to the proxy. */
async function mountPages({ middlewares }: Server, folder: string): Promise<void> {
  const { Hono } = await import('hono')
  const { getRequestListener } = await import('@hono/node-server')
  const { servePages } = await import('./pages.ts')
  const pages = new Hono<Env>().use(servePages(folder))
  const answer = getRequestListener(pages.fetch, { overrideGlobalObjects: false })
  middlewares.use((request: IncomingMessage, response: ServerResponse, next: () => void) => {
    if (isApi(request.url)) next()
    else void answer(request, response)
  })
}

/**
 * The headers of a deployment on what a real Waldur answers, and no cookies: those of other servers on this computer
 * would go along, and the page needs none.
 */
const asDeployed: NonNullable<ProxyOptions['configure']> = (proxy) => {
  proxy.on('proxyReq', (request) => request.removeHeader('Cookie'))
  proxy.on('proxyRes', ({ headers }) => {
    delete headers['set-cookie']
    for (const [name, value] of Object.entries({ ...waldurHeaders, 'Cache-Control': 'no-store' })) {
      headers[name.toLowerCase()] = value
    }
  })
}

/** Keeps other sites, which the same browser has open, from asking a real Waldur through this computer. */
function refuseOtherSites({ middlewares }: Server): void {
  middlewares.use((request: IncomingMessage, response: ServerResponse, next: () => void) => {
    const { 'sec-fetch-site': site = 'none' } = request.headers
    if (isApi(request.url) && site !== 'none' && site !== 'same-origin') response.writeHead(403).end()
    else next()
  })
}

/** Calls back with the addresses of this computer once the server listens, and Vite has printed its own lines. */
function onceServing(server: Server, tell: (addresses: string[]) => void): void {
  server.httpServer?.once('listening', () => {
    setTimeout(() => tell(server.resolvedUrls?.local ?? []), 100)
  })
}

function announce(server: Server, lines: (address: string) => string[]): void {
  onceServing(server, ([address = 'http://127.0.0.1/']) => console.log(`\n${lines(address).join('\n')}\n`))
}

function sandboxLines(address: string): string[] {
  const width = Math.max(...people.map(({ username }) => username.length))
  return [
    '  This is an embedded sandbox, not a real Waldur. Nothing here leaves this computer.',
    `  Open ${address}`,
    '  Sign in with a user name that is also the password:',
    ...people.map(({ username, hint }) => `    ${username.padEnd(width)} — ${hint}`),
  ]
}

/**
 * Puts a Waldur behind Vite's dev and preview servers: a proxy to a real one if its url is given, else the sandbox.
 * Preview serves the production files with the headers of a deployment, so what is tested is what is shipped.
 */
export function waldur(waldurUrl: string | undefined): Plugin {
  if (process.env['VITEST']) return { name: 'waldur' }
  if (waldurUrl) {
    const proxy: Record<string, ProxyOptions> = {
      '/api/': { target: waldurUrl, changeOrigin: true, secure: true, configure: asDeployed },
      '/api-auth/': { target: waldurUrl, changeOrigin: true, secure: true, configure: asDeployed },
    }
    const lines = (address: string) => [`  Behind ${address} is the real Waldur at ${waldurUrl}.`]
    return {
      name: 'waldur',
      config: () => ({ server: { proxy }, preview: { proxy } }),
      configureServer: (server) => {
        refuseOtherSites(server)
        announce(server, lines)
      },
      configurePreviewServer: async (server) => {
        refuseOtherSites(server)
        await mountPages(server, resolve(server.config.root, server.config.build.outDir))
        announce(server, lines)
      },
    }
  }
  return {
    name: 'waldur',
    configureServer: async (server) => {
      await mountSandbox(server)
      announce(server, sandboxLines)
    },
    configurePreviewServer: async (server) => {
      await mountSandbox(server, resolve(server.config.root, server.config.build.outDir))
      announce(server, sandboxLines)
    },
  }
}
