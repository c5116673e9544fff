import { and, eq, gt, inArray, isNull, or, sql } from 'drizzle-orm'
import { demandStaffViews, demandSupportViews } from './access.ts'
import { isEntityType } from './bindings.ts'
import type { App, Core } from './core.ts'
import { grants, roles } from './database.ts'
import { onlyFields } from './fields.ts'
import { paginate } from './paginate.ts'
import { permissionGroups, permissions } from './permissions.ts'
import { noMatch } from './reply.ts'
import { respond, respondToAnyone, uuidOf } from './route.ts'
import type { Settings } from './settings.ts'

/** Roles that clients have a name for; the list of waldur's generated clients. */
const namedRoles = [
  ...['CUSTOMER.OWNER', 'CUSTOMER.SUPPORT', 'CUSTOMER.MANAGER', 'CUSTOMER.READER'],
  ...['PROJECT.ADMIN', 'PROJECT.MANAGER', 'PROJECT.MEMBER', 'OFFERING.MANAGER'],
  ...['CALL.REVIEWER', 'CALL.MANAGER', 'CALL.PANEL_MEMBER', 'PROPOSAL.MEMBER', 'PROPOSAL.MANAGER'],
]

const constantName = (value: string) => value.replace('.', '_')

const metadata = {
  roles: Object.fromEntries(namedRoles.map((value) => [constantName(value), value])),
  permissions: Object.fromEntries(permissions.map((value) => [constantName(value), value])),
  permission_map: {
    customer: 'CUSTOMER.CREATE_PERMISSION',
    project: 'PROJECT.CREATE_PERMISSION',
    offering: 'OFFERING.CREATE_PERMISSION',
    call: 'CALL.CREATE_PERMISSION',
    proposal: 'PROPOSAL.MANAGE',
    resource: 'RESOURCE.CREATE_PERMISSION',
    resource_project: 'RESOURCE_PROJECT.CREATE_PERMISSION',
  },
  permission_descriptions: permissionGroups(),
}

/** What anybody may know: the switch, not the limits (waldur-api.md 1.8). */
function publicConfiguration(settings: Settings) {
  return {
    WALDUR_CORE: {
      PAT_ENABLED: settings.PAT_ENABLED,
      SITE_NAME: settings.SITE_NAME,
      SHORT_PAGE_TITLE: 'Waldur',
      FULL_PAGE_TITLE: settings.SITE_NAME,
      BRAND_COLOR: '#3a5f2b',
      AUTHENTICATION_METHODS: [
        ...(settings.LOCAL_SIGNIN ? ['LOCAL_SIGNIN'] : []),
        ...(settings.SSO ? ['SOCIAL_SIGNUP'] : []),
      ],
      DEFAULT_IDP: null,
      OIDC_ACCESS_TOKEN_ENABLED: settings.OIDC_ACCESS_TOKEN_ENABLED,
      HOMEPORT_URL: settings.HOMEPORT_URL,
      MASTERMIND_URL: '',
      LANGUAGE_CHOICES: ['en', 'et', 'nb', 'de', 'fr'],
    },
    WALDUR_AUTH_SOCIAL: {},
    WALDUR_AUTH_SAML2: {},
    FEATURES: {},
    LANGUAGES: [['en', 'English']],
    LANGUAGE_CODE: 'en',
  }
}

function roleJson(row: typeof roles.$inferSelect, usersCount: number) {
  return {
    uuid: row.uuid,
    name: row.name,
    description: row.description,
    permissions: row.permissions,
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

/** Reads `true`/`false` of a query parameter; anything else filters nothing. */
const flag = (text: string | undefined) => (text === 'true' ? true : text === 'false' ? false : undefined)

function roleRoutes(app: App, core: Core): void {
  const withCounts = async (rows: (typeof roles.$inferSelect)[]) => {
    const uuids = rows.map(({ uuid }) => uuid)
    const lasting = or(isNull(grants.expiresAt), gt(grants.expiresAt, core.clock.now() * 1000))
    const held = await core.db
      .select({ role: grants.role, users: sql<number>`count(distinct ${grants.user})` })
      .from(grants)
      .where(and(inArray(grants.role, uuids), lasting))
      .groupBy(grants.role)
    const counts = new Map(held.map(({ role, users }) => [role, users]))
    return rows.map((row) => roleJson(row, counts.get(row.uuid) ?? 0))
  }
  respond(app, core, '/api/roles/', {
    get: async (c) => {
      const types = (c.req.queries('content_type') ?? []).filter(isEntityType)
      const text = (c.req.query('query') ?? c.req.query('name') ?? '').toLowerCase()
      const isActive = flag(c.req.query('is_active'))
      const isSystem = flag(c.req.query('is_system_role'))
      const where = and(
        sql`instr(lower(${roles.name} || ' ' || ${roles.description}), ${text}) > 0`,
        types.length > 0 ? inArray(roles.contentType, types) : undefined,
        isActive === undefined ? undefined : eq(roles.isActive, isActive),
        isSystem === undefined ? undefined : eq(roles.isSystem, isSystem),
      )
      const total = await core.db.$count(roles, where)
      return await paginate(c, total, async ({ limit, offset }) => {
        const query = core.db.select().from(roles).where(where).orderBy(roles.name)
        const rows = await withCounts(await query.limit(limit).offset(offset))
        return rows.map((row) => onlyFields(c, row))
      })
    },
  })
  respond(app, core, '/api/roles/:uuid/', {
    get: async (c) => {
      const [row] = await withCounts(
        await core.db
          .select()
          .from(roles)
          .where(eq(roles.uuid, uuidOf(c))),
      )
      if (!row) throw noMatch(core.settings, 'Role')
      return c.json(onlyFields(c, row))
    },
  })
}

/** The ten largest tables, in bytes. SQLite keeps no part of a row elsewhere. */
async function largestTables({ db }: Core) {
  const rows = await db.all<{ table_name: string; total_size: number }>(
    sql`select name as table_name, sum(pgsize) as total_size from dbstat group by name order by 2 desc limit 10`,
  )
  return rows.map((row) => ({ ...row, data_size: row.total_size, external_size: 0 }))
}

/** Routes that describe the deployment: settings, vocabulary and roles (waldur-api.md 1.8, 6.1, 8.2). */
export function configurationRoutes(app: App, core: Core): void {
  respondToAnyone(app, '/api/configuration/', { get: (c) => c.json(publicConfiguration(core.settings)) })
  respondToAnyone(app, '/api/metadata/permissions/', { get: (c) => c.json(metadata) })
  respond(app, core, '/api/override-settings/', {
    get: (c, caller) => {
      demandStaffViews(caller)
      const limits = Object.entries(core.settings).filter(([name]) => name.startsWith('PAT_'))
      return c.json(Object.fromEntries(limits))
    },
  })
  respond(app, core, '/api/database-stats/', {
    get: async (c, caller) => {
      demandSupportViews(caller)
      return c.json(await largestTables(core))
    },
  })
  roleRoutes(app, core)
}
