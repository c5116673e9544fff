import { and, eq, inArray, or, sql } from 'drizzle-orm'
import type { Caller } from './access.ts'
import { seesEverything, usersWithRoleOn } from './access.ts'
import type { App, Core, Request } from './core.ts'
import { clientAddress } from './core.ts'
import type { EntityRow, UserRow } from './database.ts'
import { entities, sessions, users } from './database.ts'
import { onlyFields } from './fields.ts'
import { paginate } from './paginate.ts'
import { noMatch } from './reply.ts'
import { respond, uuidOf } from './route.ts'
import { signInKey } from './signInKey.ts'
import { formatInstant } from './wire.ts'

const none = {
  native_name: '',
  job_title: '',
  phone_number: '',
  civil_number: null,
  description: '',
  requested_email: null,
  affiliations: [],
  birth_date: null,
  identity_provider_name: '',
  identity_provider_label: '',
  identity_provider_management_url: '',
  identity_provider_fields: [],
  image: null,
  identity_source: '',
  should_protect_user_details: false,
  has_usable_password: true,
  gender: null,
  personal_title: '',
  place_of_birth: '',
  address: '',
  country_of_residence: '',
  nationality: '',
  nationalities: [],
  organization_country: '',
  organization_type: '',
  organization_registry_code: '',
  organization_vat_code: '',
  organization_address: '',
  eduperson_assurance: [],
  uid_number: null,
  primary_gid: null,
  attribute_sources: {},
  managed_isds: [],
  active_isds: [],
  deactivation_reason: '',
  is_admin_deactivated: false,
}

function userJson(c: Request, user: UserRow) {
  return {
    url: new URL(`/api/users/${user.uuid}/`, c.req.url).href,
    uuid: user.uuid,
    username: user.username,
    slug: user.username,
    full_name: `${user.firstName} ${user.lastName}`,
    first_name: user.firstName,
    last_name: user.lastName,
    email: user.email,
    organization: user.organization,
    registration_method: 'default',
    date_joined: formatInstant(user.joined),
    agreement_date: formatInstant(user.joined),
    notifications_enabled: true,
    preferred_language: user.preferredLanguage,
    ...none,
  }
}

/** The caller's roles, one object a grant, without permission strings (waldur-api.md 1.7). */
async function permissionsJson({ db }: Core, caller: Caller) {
  const uuids = caller.grants.map(({ scope }) => scope)
  const scopes = await db.select().from(entities).where(inArray(entities.uuid, uuids))
  const customerUuids = scopes.flatMap(({ customer }) => (customer === null ? [] : [customer]))
  const customers = await db.select().from(entities).where(inArray(entities.uuid, customerUuids))
  const byUuid = new Map<string, EntityRow>([...scopes, ...customers].map((row) => [row.uuid, row]))
  return caller.grants.map((grant) => {
    const scope = byUuid.get(grant.scope)
    const customer = scope?.type === 'customer' ? scope : byUuid.get(scope?.customer ?? '')
    const isResource = scope?.type === 'resource'
    return {
      role_name: grant.roleName,
      role_uuid: grant.roleUuid,
      scope_type: grant.scopeType,
      scope_uuid: grant.scope,
      scope_name: scope?.name ?? '',
      customer_uuid: customer?.uuid ?? null,
      customer_name: customer?.name ?? null,
      project_uuid: scope?.type === 'project' ? scope.uuid : (scope?.project ?? null),
      resource_uuid: isResource ? scope.uuid : (scope?.resource ?? null),
      expiration_time: grant.expiresAt === null ? null : formatInstant(grant.expiresAt),
    }
  })
}

async function meJson(core: Core, c: Request, caller: Caller) {
  const { user } = caller
  const [session] = await core.db.select().from(sessions).where(eq(sessions.user, user.uuid))
  const expiresAt = session?.expiresAt ?? null
  return {
    ...userJson(c, user),
    // Absent, not false, for plain users.
    ...((user.isStaff || user.isSupport) && { is_staff: user.isStaff, is_support: user.isSupport, is_active: true }),
    ...(core.settings.generation === 'newest' && { can_use_personal_access_tokens: user.canUsePats }),
    ...(await signInKey(core, caller, [user])),
    token_lifetime: core.settings.TOKEN_LIFETIME,
    token_expires_at: expiresAt === null ? null : formatInstant(expiresAt),
    has_active_session: session !== undefined,
    ip_address: clientAddress(c),
    is_identity_manager: false,
    permissions: await permissionsJson(core, caller),
    profile_completeness: { is_complete: true, missing_fields: [], mandatory_fields: [], enforcement_enabled: false },
  }
}

/** Colleagues: the people with a role where the caller has one. Bindings do not narrow this list (waldur-api.md 7.3). */
async function visibleTo(core: Core, caller: Caller) {
  if (seesEverything(caller)) return undefined
  const shared = caller.grants.map(({ scope }) => scope)
  const colleagues = await usersWithRoleOn(core, shared)
  return or(eq(users.uuid, caller.user.uuid), inArray(users.uuid, colleagues))
}

/** Routes of the caller's own profile and of people (waldur-api.md 1.7). */
export function profileRoutes(app: App, core: Core): void {
  respond(app, core, '/api/users/me/', {
    get: async (c, caller) => c.json(onlyFields(c, await meJson(core, c, caller))),
  })
  respond(app, core, '/api/users/', {
    get: async (c, caller) => {
      const text = (c.req.query('query') ?? c.req.query('full_name') ?? '').toLowerCase()
      const named = sql`instr(lower(${users.firstName} || ' ' || ${users.lastName} || ' ' || ${users.username}), ${text}) > 0`
      const where = and(await visibleTo(core, caller), text === '' ? undefined : named)
      const total = await core.db.$count(users, where)
      return await paginate(c, total, async ({ limit, offset }) => {
        const query = core.db.select().from(users).where(where).orderBy(users.username)
        const rows = await query.limit(limit).offset(offset)
        const key = await signInKey(core, caller, rows)
        return rows.map((user) => onlyFields(c, { ...userJson(c, user), ...key }))
      })
    },
  })
  respond(app, core, '/api/users/:uuid/', {
    get: async (c, caller) => {
      const where = and(await visibleTo(core, caller), eq(users.uuid, uuidOf(c)))
      const [user] = await core.db.select().from(users).where(where)
      if (!user) throw noMatch(core.settings, 'User')
      return c.json(onlyFields(c, { ...userJson(c, user), ...(await signInKey(core, caller, [user])) }))
    },
  })
}
