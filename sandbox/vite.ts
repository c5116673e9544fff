import type { IncomingMessage, ServerResponse } from 'node:http'
import { resolve } from 'node:path'
import type { Plugin, PreviewServer, ProxyOptions, ViteDevServer } from 'vite'
import type { Env } from './core.ts'
import { waldurHeaders } from './pages.ts'
import { people } from './people.ts'
import { releaseNamed } from './releases.ts'

type Server = Pick<ViteDevServer | PreviewServer, 'httpServer' | 'middlewares' | 'resolvedUrls'>

/**
 * Includes the stand-in for an identity provider, and the fault hooks, which are served only if they are turned on.
 */
const isApi = (url = '') => /^\/(api|api-auth|identity-provider|__faults|__log)(\/|$)/.test(url)

/** Waldur's schedule of the expiry job, six hours (waldur-api.md 2.11). */
const expiryJobMs = 6 * 3_600_000

const count = (name: string) => Number.parseInt(process.env[name] ?? '0', 10) || 0

/** Opens the sandbox for `npm start` and mounts it: the API, and the pages of a folder if one is given. */
async function mountSandbox(server: Server, pages?: string): Promise<void> {
  const { httpServer, middlewares } = server
  // Imported here so that builds and unit tests never load a database.
  const { openSandbox } = await import('./sandbox.ts')
  const { getRequestListener } = await import('@hono/node-server')
  const [tokens, entities] = [count('SANDBOX_TOKENS'), count('SANDBOX_ENTITIES')]
  // A grown world gets its own file: it is grown only once, and the usual world stays unchanged.
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
  // A real identity provider is configured with the page's URL; this one learns it from the server.
  sandbox.settings.SSO = true
  onceServing(server, (addresses) => {
    sandbox.settings.SSO_REDIRECTS = addresses.map((address) => new URL(address).origin)
  })
  const respond = getRequestListener(sandbox.app.fetch, { overrideGlobalObjects: false })
  middlewares.use((request: IncomingMessage, response: ServerResponse, next: () => void) => {
    if (isApi(request.url) || pages !== undefined) void respond(request, response)
    else next()
  })
  const expiryJob = setInterval(() => void sandbox.runExpiryJob(), expiryJobMs)
  httpServer?.once('close', () => {
    clearInterval(expiryJob)
    void sandbox.close()
  })
}

/** Serves the pages of a folder with their headers, before Vite's own server; API requests go on to the proxy. */
async function mountPages({ middlewares }: Server, folder: string): Promise<void> {
  const { Hono } = await import('hono')
  const { getRequestListener } = await import('@hono/node-server')
  const { servePages } = await import('./pages.ts')
  const pages = new Hono<Env>().use(servePages(folder))
  const respond = getRequestListener(pages.fetch, { overrideGlobalObjects: false })
  middlewares.use((request: IncomingMessage, response: ServerResponse, next: () => void) => {
    if (isApi(request.url)) next()
    else void respond(request, response)
  })
}

/**
 * Gives a real Waldur's responses a deployment's headers. Drops cookies: the browser would also send those of other
 * servers on this computer, and the page needs none.
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

/** Stops other sites in the same browser from reaching a real Waldur through this computer. */
function rejectOtherSites({ middlewares }: Server): void {
  middlewares.use((request: IncomingMessage, response: ServerResponse, next: () => void) => {
    const { 'sec-fetch-site': site = 'none' } = request.headers
    if (isApi(request.url) && site !== 'none' && site !== 'same-origin') response.writeHead(403).end()
    else next()
  })
}

/** Calls back with the server's local URLs once it listens and Vite has printed its own lines. */
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
    '  This is the embedded sandbox, not a real Waldur server. Nothing leaves this computer.',
    `  Open ${address}`,
    '  Sign in with one of these usernames, which are also the passwords:',
    ...people.map(({ username, hint }) => `    ${username.padEnd(width)} — ${hint}`),
  ]
}

/**
 * Puts Waldur behind Vite's dev and preview servers: a proxy to a real server if its URL is given, otherwise the
 * sandbox.
 * Preview serves the production files with a deployment's headers, so that what is tested is what is shipped.
 */
export function waldur(waldurUrl: string | undefined): Plugin {
  if (process.env['VITEST']) return { name: 'waldur' }
  if (waldurUrl) {
    const proxy: Record<string, ProxyOptions> = {
      '/api/': { target: waldurUrl, changeOrigin: true, secure: true, configure: asDeployed },
      '/api-auth/': { target: waldurUrl, changeOrigin: true, secure: true, configure: asDeployed },
    }
    const lines = (address: string) => [`  ${address} uses the real Waldur server at ${waldurUrl}.`]
    return {
      name: 'waldur',
      config: () => ({ server: { proxy }, preview: { proxy } }),
      configureServer: (server) => {
        rejectOtherSites(server)
        announce(server, lines)
      },
      configurePreviewServer: async (server) => {
        rejectOtherSites(server)
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
