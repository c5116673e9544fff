import { and, eq, inArray, sql } from 'drizzle-orm'
import type { Caller } from './access.ts'
import { seesEverything } from './access.ts'
import { colleaguesGrants } from './colleagues.ts'
import type { App, Core, Request } from './core.ts'
import type { UserRow } from './database.ts'
import { users } from './database.ts'
import { onlyFields } from './fields.ts'
import { paginate } from './paginate.ts'
import { changeEmail, changePassword, changeProfile } from './profileWrites.ts'
import { forbidden, noMatch } from './reply.ts'
import { respond, uuidOf } from './route.ts'
import { signInKey } from './signInKey.ts'
import { profileJson, userJson } from './userJson.ts'

/** Whom the caller sees: for staff and support everyone, for others themselves and their colleagues. */
async function visibleTo(core: Core, caller: Caller) {
  if (seesEverything(caller)) return undefined
  const colleagues = (await colleaguesGrants(core, caller)).map(({ user }) => user)
  return inArray(users.uuid, [caller.user.uuid, ...colleagues])
}

async function seenUser(core: Core, c: Request, caller: Caller): Promise<UserRow> {
  const where = and(await visibleTo(core, caller), eq(users.uuid, uuidOf(c)))
  const [user] = await core.db.select().from(users).where(where)
  if (!user) throw noMatch(core.settings, 'User')
  return user
}

/**
 * Any token may change its own user, whatever its scopes. Changing others needs the staff flag, which scopes don't
 * limit either ([oracle] facts 17 and 20).
 * @throws ErrorResponse 404 for a user the caller can't see, 403 for another user if the caller is not staff
 */
async function changeableUser(core: Core, c: Request, caller: Caller): Promise<UserRow> {
  const user = await seenUser(core, c, caller)
  if (user.uuid !== caller.user.uuid && !caller.user.isStaff) throw forbidden()
  return user
}

async function list(core: Core, c: Request, caller: Caller): Promise<Response> {
  const text = (c.req.query('query') ?? c.req.query('full_name') ?? '').toLowerCase()
  const named = sql`instr(lower(${users.firstName} || ' ' || ${users.lastName} || ' ' || ${users.username}), ${text}) > 0`
  const where = and(await visibleTo(core, caller), text === '' ? undefined : named)
  const total = await core.db.$count(users, where)
  return await paginate(c, total, async ({ limit, offset }) => {
    const rows = await core.db.select().from(users).where(where).orderBy(users.username).limit(limit).offset(offset)
    const key = await signInKey(core, caller, rows)
    return rows.map((user) => onlyFields(c, { ...userJson(core, c, caller, user), ...key }))
  })
}

const complete = { is_complete: true, missing_fields: [], mandatory_fields: [], enforcement_enabled: false }

/** Routes of the caller's own profile and of people (waldur-api.md 1.7). */
export function profileRoutes(app: App, core: Core): void {
  respond(app, core, '/api/users/me/', {
    get: async (c, caller) =>
      c.json(onlyFields(c, { ...(await profileJson(core, c, caller, caller.user)), profile_completeness: complete })),
  })
  respond(app, core, '/api/users/', { get: (c, caller) => list(core, c, caller) })
  respond(app, core, '/api/users/:uuid/', {
    get: async (c, caller) =>
      c.json(onlyFields(c, await profileJson(core, c, caller, await seenUser(core, c, caller)))),
    patch: async (c, caller) => {
      const user = await changeProfile(core, c, caller, await changeableUser(core, c, caller))
      return c.json(await profileJson(core, c, caller, user))
    },
  })
  respond(app, core, '/api/users/:uuid/change_email/', {
    post: async (c, caller) => changeEmail(core, c, await changeableUser(core, c, caller)),
  })
  respond(app, core, '/api/users/:uuid/change_password/', {
    post: async (c, caller) => {
      const user = await seenUser(core, c, caller)
      if (!caller.user.isStaff) throw forbidden()
      return await changePassword(core, c, user)
    },
  })
}
