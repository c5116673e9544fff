import { setTimeout as pause } from 'node:timers/promises'
import { Hono } from 'hono'
import { cors } from 'hono/cors'
import { actionRoutes } from './actions.ts'
import { configurationRoutes } from './configuration.ts'
import type { App, Core, Env, Request } from './core.ts'
import { entityRoutes } from './entities.ts'
import { eventConsumerRoutes } from './eventConsumers.ts'
import { eventRoutes } from './events.ts'
import { faultRoutes } from './faultRoutes.ts'
import type { Faults } from './faults.ts'
import { noResponse } from './faults.ts'
import { idempotency } from './idempotency.ts'
import { orderRoutes } from './orders.ts'
import { servePages, waldurHeaders } from './pages.ts'
import { profileRoutes } from './profile.ts'
import { providerRoutes } from './providerActions.ts'
import { ErrorResponse } from './reply.ts'
import { roleRoutes } from './roleRoutes.ts'
import { scopeRoutes } from './scopes.ts'
import { selfServiceRoutes } from './selfService.ts'
import { signInRoutes } from './signIn.ts'
import { ssoRoutes } from './sso.ts'
import { staffViewRoutes } from './staffViews.ts'
import { teamRoutes } from './team.ts'
import { tokenRoutes } from './tokens.ts'

/** One received request, in order of arrival, without its body or its sender. */
export interface LoggedRequest {
  method: string
  /** Without the query. */
  path: string
  /** The query with its question mark, or an empty text. */
  query: string
  /** Its `Idempotency-Key`. */
  key: string | null
  /** Null until the response is sent; 0 if the connection was cut before a response. */
  status: number | null
}

/** A dev server runs for days: older entries are dropped. */
const longestLog = 10_000

const isApi = (path: string) => path.startsWith('/api/') || path.startsWith('/api-auth/')

/** An OPTIONS that is not a preflight. The web server in front responds to preflights; this one reaches Waldur. */
const isForWaldur = (c: Request) =>
  c.req.raw.method === 'OPTIONS' &&
  c.req.path === '/api/personal-access-tokens/' &&
  c.req.header('Access-Control-Request-Method') === undefined

/** The web framework's page for an unknown path (waldur-api.md 5). */
const unknownRoute = `
<!doctype html>
<html lang="en">
<head>
  <title>Not Found</title>
</head>
<body>
  <h1>Not Found</h1><p>The requested resource was not found on this server.</p>
</body>
</html>
`

interface Beside {
  faults: Faults
  log: LoggedRequest[]
  /** Folder of production files to serve. */
  pages: string | undefined
  /** Whether faults and the request log are available over HTTP. */
  hooks: boolean
  /** Milliseconds added to each request on its way in, and again to its response on the way out. */
  latency: number
}

/** The whole API, with the files that are served beside it. */
export function createApp(core: Core, { faults, log, pages, hooks, latency }: Beside): App {
  const app: App = new Hono<Env>()
  if (hooks) faultRoutes(app, core, faults, log)

  app.use(async (c, next) => {
    const { pathname, search } = new URL(c.req.url)
    if (!isApi(pathname)) return await next()
    if (latency > 0) await pause(latency)
    const key = c.req.header('Idempotency-Key') ?? null
    const entry: LoggedRequest = { method: c.req.raw.method, path: pathname, query: search, key, status: null }
    if (log.length >= longestLog) log.shift()
    log.push(entry)
    await next()
    if (latency > 0) await pause(latency)
    entry.status = c.res.status === noResponse ? 0 : c.res.status
    if (entry.status === 0) return
    c.res.headers.set('Cache-Control', 'no-store')
    // A web server in front of both adds these.
    if (pages !== undefined) for (const header of Object.entries(waldurHeaders)) c.res.headers.set(...header)
    // The sandbox's time, so that a client that reads the time from here sees it move. A fault may bring its own.
    if (!c.res.headers.has('Date')) c.res.headers.set('Date', new Date(core.clock.now()).toUTCString())
  })
  const { settings } = core
  const crossOrigin = cors({
    origin: () => settings.CORS_ORIGIN,
    allowMethods: ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'],
    allowHeaders: ['Accept', 'Accept-Language', 'Authorization', 'Content-Type', 'X-Impersonated-User-Uuid'],
  })
  for (const path of ['/api/*', '/api-auth/*']) {
    app.use(path, async (c, next) => {
      const response = await (isForWaldur(c) ? next() : crossOrigin(c, next))
      c.res.headers.set('Access-Control-Allow-Origin', settings.CORS_ORIGIN)
      c.res.headers.set('Access-Control-Expose-Headers', settings.CORS_EXPOSED.join(','))
      return response
    })
    app.use(path, faults.middleware)
  }
  app.use('/api/personal-access-tokens/*', idempotency(core))

  signInRoutes(app, core)
  ssoRoutes(app, core)
  configurationRoutes(app, core)
  roleRoutes(app, core)
  staffViewRoutes(app, core)
  profileRoutes(app, core)
  selfServiceRoutes(app, core)
  // Before the tokens: `available_scopes` would match as a token's uuid.
  scopeRoutes(app, core)
  tokenRoutes(app, core)
  eventRoutes(app, core)
  eventConsumerRoutes(app, core)
  actionRoutes(app, core)
  orderRoutes(app, core)
  providerRoutes(app, core)
  teamRoutes(app, core)
  entityRoutes(app, core)

  if (pages !== undefined) {
    const serve = servePages(pages)
    app.use(async (c, next) => (isApi(new URL(c.req.url).pathname) ? await next() : await serve(c, next)))
  }
  app.notFound((c) => c.html(unknownRoute, 404))
  app.onError((error, c) => {
    if (error instanceof ErrorResponse) return c.json(error.body, error.status, error.headers)
    const message = error.message.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
    return c.html(
      `<!doctype html><title>Server Error (500)</title><h1>Server Error (500)</h1><pre>${message}</pre>`,
      500,
    )
  })
  return app
}
