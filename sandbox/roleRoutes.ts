import { and, eq, inArray, sql } from 'drizzle-orm'
import { demandStaffViews, knownRoles } from './access.ts'
import { isEntityType } from './bindings.ts'
import type { App, Core, Request } from './core.ts'
import { newUuid } from './core.ts'
import { grants, roles } from './database.ts'
import { onlyFields } from './fields.ts'
import { paginate } from './paginate.ts'
import { permissionsOf } from './permissions.ts'
import { invalid, noMatch } from './reply.ts'
import { readObject, respond, uuidOf } from './route.ts'

type RoleRow = typeof roles.$inferSelect

function roleJson(row: RoleRow, usersCount: number) {
  return {
    uuid: row.uuid,
    name: row.name,
    description: row.description,
    permissions: row.permissions.toSorted(),
    is_system_role: row.isSystem,
    is_active: row.isActive,
    users_count: usersCount,
    content_type: row.contentType,
    template_uuid: null,
    template_name: null,
    customer_uuid: null,
    customer_name: null,
  }
}

async function rolesJson({ db }: Core, rows: RoleRow[]) {
  const uuids = rows.map(({ uuid }) => uuid)
  const held = await db
    .select({ role: grants.role, users: sql<number>`count(distinct ${grants.user})` })
    .from(grants)
    .where(and(inArray(grants.role, uuids), eq(grants.isActive, true)))
    .groupBy(grants.role)
  const counts = new Map(held.map(({ role, users }) => [role, users]))
  return rows.map((row) => roleJson(row, counts.get(row.uuid) ?? 0))
}

/** A query parameter's `true` or `false`; anything else is no filter. */
const flag = (text: string | undefined) => (text === 'true' ? true : text === 'false' ? false : undefined)

async function list(core: Core, c: Request): Promise<Response> {
  const types = (c.req.queries('content_type') ?? []).filter(isEntityType)
  const text = (c.req.query('query') ?? c.req.query('name') ?? '').toLowerCase()
  const isActive = flag(c.req.query('is_active'))
  const isSystem = flag(c.req.query('is_system_role'))
  const where = and(
    knownRoles(core.settings),
    sql`instr(lower(${roles.name} || ' ' || ${roles.description}), ${text}) > 0`,
    types.length > 0 ? inArray(roles.contentType, types) : undefined,
    isActive === undefined ? undefined : eq(roles.isActive, isActive),
    isSystem === undefined ? undefined : eq(roles.isSystem, isSystem),
  )
  const total = await core.db.$count(roles, where)
  return await paginate(c, total, async ({ limit, offset }) => {
    const query = core.db.select().from(roles).where(where).orderBy(roles.name)
    // `field` is ignored: Waldur returns whole roles ([oracle], the exchange "roles, fields").
    return await rolesJson(core, await query.limit(limit).offset(offset))
  })
}

/** @throws ErrorResponse 400 for a role without a name, without a type, or with anything but a list of permissions */
async function create(core: Core, c: Request): Promise<Response> {
  const { name, content_type: contentType, permissions = [] } = await readObject(c)
  const listed = Array.isArray(permissions) ? permissions : [permissions]
  const values = new Set<unknown>(permissionsOf(core.settings.generation))
  const known = listed.filter((value): value is string => values.has(value))
  const isTyped = typeof contentType === 'string' && isEntityType(contentType)
  if (typeof name !== 'string' || name.trim() === '') throw invalid({ name: ['This field is required.'] })
  if (!isTyped) throw invalid({ content_type: ['Invalid content type.'] })
  if (known.length < listed.length) throw invalid({ permissions: ['Invalid permission.'] })
  const [row] = await core.db
    .insert(roles)
    .values({
      uuid: newUuid(),
      name,
      description: '',
      contentType,
      isSystem: false,
      isActive: true,
      permissions: known,
    })
    .returning()
  return c.json(row && roleJson(row, 0), 201)
}

/**
 * Routes of roles: everyone can read them; only callers with access to the staff views can create them (waldur-api.md
 * 8.2).
 */
export function roleRoutes(app: App, core: Core): void {
  respond(app, core, '/api/roles/', {
    get: (c) => list(core, c),
    post: async (c, caller) => {
      demandStaffViews(caller)
      return await create(core, c)
    },
  })
  respond(app, core, '/api/roles/:uuid/', {
    get: async (c) => {
      const found = await core.db
        .select()
        .from(roles)
        .where(and(knownRoles(core.settings), eq(roles.uuid, uuidOf(c))))
      const [row] = await rolesJson(core, found)
      if (!row) throw noMatch(core.settings, 'Role')
      return c.json(onlyFields(c, row))
    },
  })
}
