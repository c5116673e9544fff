import { randomBytes } from 'node:crypto'
import { eq } from 'drizzle-orm'
import type { App, Core, Request } from './core.ts'
import { newUuid } from './core.ts'
import { users } from './database.ts'
import { paginate } from './paginate.ts'
import { people } from './people.ts'
import { has } from './releases.ts'
import { invalid } from './reply.ts'
import { readObject, respondToAnyone } from './route.ts'
import { openSession } from './sessions.ts'
import { parseUuid } from './wire.ts'

/** The only identity provider of the sandbox; `keycloak` is one of the three kinds that Waldur knows. */
const PROVIDER = 'keycloak'
const LABEL = 'Sandbox ID'
/** Not below Waldur's paths: this stands for a page on another server, without our headers. */
const PROVIDER_PAGE = '/identity-provider/'

/** A one-time code lives for ten seconds (waldur-api.md 1.5). */
const codeMs = 10_000

const originOf = (text: string | undefined): string | null => (text && URL.canParse(text) ? new URL(text).origin : null)

/**
 * Sign-in through an identity provider, with the redirects that the browser sees (waldur-api.md 1.5). The provider's
 * page is a list of the sandbox's people.
 */
export function ssoRoutes(app: App, core: Core): void {
  const { settings, clock, db } = core
  /** Where the browser returns to, by the `state` parameter. */
  const journeys = new Map<string, string>()
  const codes = new Map<string, { user: string; until: number }>()
  const homeport = (c: Request) => settings.HOMEPORT_URL || new URL(c.req.url).origin
  const failed = (c: Request, message: string) =>
    c.redirect(`${homeport(c)}/login_failed/?${new URLSearchParams({ message })}`)

  respondToAnyone(app, '/api/identity-providers/', {
    get: (c) => {
      const rows = settings.SSO ? [{ provider: PROVIDER, label: LABEL, client_id: 'waldur', is_active: true }] : []
      return paginate(c, rows.length, () => Promise.resolve(rows))
    },
  })

  respondToAnyone(app, `/api-auth/${PROVIDER}/init/`, {
    get: (c) => {
      if (!has(settings.generation, 'code exchange')) return c.notFound()
      if (!settings.SSO) return c.json({ detail: 'Not found.' }, 404)
      // Only the origin is kept, and only if the provider's allowed redirects include it.
      const origin = originOf(c.req.query('return_url'))
      const isAllowed = origin !== null && settings.SSO_REDIRECTS.includes(origin)
      if (settings.SSO_REDIRECTS.length > 0 && !isAllowed) return failed(c, 'Return URL is not allowed.')
      const state = newUuid()
      journeys.set(state, isAllowed ? origin : homeport(c))
      return c.redirect(`${PROVIDER_PAGE}?state=${state}`)
    },
  })

  respondToAnyone(app, PROVIDER_PAGE, {
    get: (c) => {
      const state = encodeURIComponent(c.req.query('state') ?? '')
      const link = (query: string, text: string) =>
        `<li><a href="/api-auth/${PROVIDER}/complete/?state=${state}&amp;${query}">${text}</a></li>`
      const choices = people.map(({ username }) => link(`code=${username}`, `Sign in as ${username}`))
      const items = [...choices, link('error=access_denied', 'Refuse')].join('\n')
      return c.html(`<!doctype html>
<html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta name="color-scheme" content="light dark"><link rel="icon" href="/icon.svg">
<title>${LABEL}</title><h1>${LABEL}</h1><p>This stands for the page of an identity provider.</p><ul>
${items}
</ul></html>`)
    },
  })

  respondToAnyone(app, `/api-auth/${PROVIDER}/complete/`, {
    get: async (c) => {
      const state = c.req.query('state') ?? ''
      const base = journeys.get(state)
      journeys.delete(state)
      if (base === undefined) return failed(c, 'Invalid state.')
      const username = c.req.query('code')
      if (username === undefined) return failed(c, 'The provider refused: access_denied.')
      const [user] = await db.select().from(users).where(eq(users.username, username))
      if (!user?.isActive) return failed(c, 'User account is disabled.')
      const code = randomBytes(16).toString('hex')
      codes.set(code, { user: user.uuid, until: clock.now() + codeMs })
      return c.redirect(`${base}/oauth_login_completed/${PROVIDER}/?code=${code}`)
    },
  })

  respondToAnyone(app, '/api-auth/token-exchange/', {
    post: async (c) => {
      if (!has(settings.generation, 'code exchange')) return await c.notFound()
      const { code: text } = await readObject(c)
      const code = typeof text === 'string' ? parseUuid(text) : null
      if (code === null) throw invalid({ code: ['Must be a valid UUID.'] })
      const entry = codes.get(code)
      codes.delete(code)
      if (!entry || entry.until <= clock.now()) throw invalid({ detail: 'Invalid or expired exchange code.' })
      return c.json({ token: await openSession(core, entry.user) })
    },
  })
}
