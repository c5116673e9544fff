import { asc, eq } from 'drizzle-orm'
import { demandStaffViews, demandSupportViews } from './access.ts'
import type { App, Core, Request } from './core.ts'
import { entities, sessions, users } from './database.ts'
import { paginate } from './paginate.ts'
import { invalid } from './reply.ts'
import { readObject, respond } from './route.ts'
import { formatInstant } from './wire.ts'

const required = ['This field is required.']

/** Who is signed in. As in Waldur, the keys themselves are left out, and booleans are words. */
async function signInKeys({ db, settings }: Core, c: Request): Promise<Response> {
  return await paginate(c, await db.$count(sessions), async ({ limit, offset }) => {
    const query = db.select().from(sessions).innerJoin(users, eq(users.uuid, sessions.user)).orderBy(asc(users.id))
    const rows = await query.limit(limit).offset(offset)
    return rows.map(({ users: user }) => ({
      url: new URL(`/api/auth-tokens/${user.id}/`, c.req.url).href,
      created: formatInstant(user.joined),
      user: new URL(`/api/users/${user.uuid}/`, c.req.url).href,
      user_first_name: user.firstName,
      user_last_name: user.lastName,
      user_username: user.username,
      user_is_active: user.isActive ? 'True' : 'False',
      user_token_lifetime: String(settings.TOKEN_LIFETIME ?? 'None'),
    }))
  })
}

/** Every organization. The number of its members is null, as in the recorded response. */
async function memberCounts({ db }: Core) {
  const rows = await db.select().from(entities).where(eq(entities.type, 'customer')).orderBy(asc(entities.nameKey))
  const used = await db
    .selectDistinct({ customer: entities.customer })
    .from(entities)
    .where(eq(entities.type, 'resource'))
  const customers = new Set(used.map(({ customer }) => customer))
  return rows.map(({ uuid, name, details }) => ({
    uuid,
    name,
    abbreviation: details['abbreviation'] ?? '',
    count: null,
    has_resources: customers.has(uuid),
  }))
}

/**
 * Views that require STAFF.ACCESS or SUPPORT.ACCESS from a token, but only the user's flag from a sign-in ([oracle]
 * fact 17). The sandbox has no messages or groups: what matters is who gets access.
 */
export function staffViewRoutes(app: App, core: Core): void {
  respond(app, core, '/api/auth-tokens/', {
    get: async (c, caller) => {
      demandStaffViews(caller)
      return await signInKeys(core, c)
    },
  })
  respond(app, core, '/api/notification-messages/', {
    get: async (c, caller) => {
      demandStaffViews(caller)
      return await paginate(c, 0, () => Promise.resolve([]))
    },
  })
  respond(app, core, '/api/broadcast-messages/', {
    get: async (c, caller) => {
      demandSupportViews(caller)
      return await paginate(c, 0, () => Promise.resolve([]))
    },
  })
  respond(app, core, '/api/marketplace-stats/customer_member_count/', {
    get: async (c, caller) => {
      demandSupportViews(caller)
      return c.json(await memberCounts(core))
    },
  })
  respond(app, core, '/api/organization-groups/', {
    post: async (c, caller) => {
      demandStaffViews(caller)
      const { name, type } = await readObject(c)
      throw invalid({
        ...(name === undefined && { name: required }),
        type: type === undefined ? required : ['Invalid hyperlink - No URL match.'],
      })
    },
  })
}
