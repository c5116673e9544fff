import { and, eq, inArray, or } from 'drizzle-orm'
import type { Caller } from './access.ts'
import type { App, Core, Request } from './core.ts'
import type { EntityRow } from './database.ts'
import { entities, grants, roles, users } from './database.ts'
import { listAt } from './entityLists.ts'
import { onlyFields } from './fields.ts'
import { paginate } from './paginate.ts'
import { demand } from './permissionCheck.ts'
import { permitted } from './permitted.ts'
import { invalid } from './reply.ts'
import { readObject, respond, uuidOf } from './route.ts'
import { seenEntity } from './visibility.ts'
import { formatInstant, parseInstant, parseUuid } from './wire.ts'

const customers = listAt('/api/customers/')
const projects = listAt('/api/projects/')

/** The role and the user that the body names: the role by uuid or name, the user by uuid. */
async function readMember({ db }: Core, scope: EntityRow, body: Record<string, unknown>) {
  const words = { role: String(body['role'] ?? ''), user: parseUuid(String(body['user'] ?? '')) ?? '' }
  const named = or(eq(roles.uuid, parseUuid(words.role) ?? ''), eq(roles.name, words.role))
  const [role] = await db.select().from(roles).where(named)
  const [user] = await db.select().from(users).where(eq(users.uuid, words.user))
  if (!role) throw invalid({ role: [`Object with uuid=${words.role} does not exist.`] })
  if (!user) throw invalid({ user: [`Object with uuid=${words.user} does not exist.`] })
  if (role.contentType !== scope.type) throw invalid({ role: ['Role is not valid for this scope.'] })
  return { role: role.uuid, user: user.uuid, scope: scope.uuid, scopeType: role.contentType }
}

function readEnd({ expiration_time: end }: Record<string, unknown>): number | null {
  const expiresAt = typeof end === 'string' ? parseInstant(end) : null
  if (end === undefined || end === null || expiresAt !== null) return expiresAt
  throw invalid({ expiration_time: ['Datetime has wrong format.'] })
}

async function addUser(core: Core, c: Request, scope: EntityRow): Promise<Response> {
  const body = await readObject(c)
  const expiresAt = readEnd(body)
  await core.db.insert(grants).values({ ...(await readMember(core, scope, body)), expiresAt, isActive: true })
  return c.json({ expiration_time: expiresAt === null ? null : formatInstant(expiresAt) }, 201)
}

async function deleteUser(core: Core, c: Request, scope: EntityRow): Promise<Response> {
  const member = await readMember(core, scope, await readObject(c))
  const theirs = and(eq(grants.user, member.user), eq(grants.role, member.role), eq(grants.scope, member.scope))
  await core.db.update(grants).set({ isActive: false }).where(theirs)
  return c.body(null, 200)
}

/** The people with a role on the organization or on one of its projects. */
async function customerUsers(core: Core, c: Request, customer: EntityRow): Promise<Response> {
  const { db } = core
  const inside = and(eq(entities.type, 'project'), eq(entities.customer, customer.uuid))
  const places = db
    .select({ uuid: entities.uuid })
    .from(entities)
    .where(or(eq(entities.uuid, customer.uuid), inside))
  const held = db
    .select({ user: grants.user })
    .from(grants)
    .where(and(inArray(grants.scope, places), eq(grants.isActive, true)))
  const where = inArray(users.uuid, held)
  return await paginate(c, await db.$count(users, where), async ({ limit, offset }) => {
    const rows = await db.select().from(users).where(where).orderBy(users.username).limit(limit).offset(offset)
    return rows.map(({ uuid, username, firstName, lastName, email }) =>
      onlyFields(c, {
        url: new URL(`/api/users/${uuid}/`, c.req.url).href,
        uuid,
        username,
        full_name: `${firstName} ${lastName}`,
        email,
      }),
    )
  })
}

/** The support flag opens this list whatever the token's scopes; others, even staff, need the permission ([oracle]). */
async function listCustomerUsers(core: Core, c: Request, caller: Caller): Promise<Response> {
  const customer = await seenEntity(core, customers, caller, uuidOf(c))
  if (!caller.user.isSupport) await demand(core, caller, 'CUSTOMER.LIST_USERS', customer, ['*'])
  return await customerUsers(core, c, customer)
}

/**
 * Roles on an organization or a project. For a project, the permission is checked on its organization first ([oracle]
 * fact 9).
 */
export function teamRoutes(app: App, core: Core): void {
  for (const { list, domain, sources } of [
    { list: customers, domain: 'CUSTOMER', sources: ['*'] },
    { list: projects, domain: 'PROJECT', sources: ['customer', '*'] },
  ] as const) {
    respond(app, core, `${list.path}:uuid/add_user/`, {
      post: async (c, caller) => {
        const asked = { list, permission: `${domain}.CREATE_PERMISSION`, sources } as const
        return await addUser(core, c, await permitted(core, c, caller, asked))
      },
    })
    respond(app, core, `${list.path}:uuid/delete_user/`, {
      post: async (c, caller) => {
        const asked = { list, permission: `${domain}.DELETE_PERMISSION`, sources } as const
        return await deleteUser(core, c, await permitted(core, c, caller, asked))
      },
    })
  }
  respond(app, core, `${customers.path}:uuid/users/`, { get: (c, caller) => listCustomerUsers(core, c, caller) })
}
