import { eq, inArray } from 'drizzle-orm'
import type { Caller, HeldGrant } from './access.ts'
import { heldGrants, seesEverything } from './access.ts'
import type { Core, Request } from './core.ts'
import { clientAddress } from './core.ts'
import type { EntityRow, UserRow } from './database.ts'
import { entities, grants, sessions } from './database.ts'
import { has } from './releases.ts'
import { signInKey } from './signInKey.ts'
import { formatInstant } from './wire.ts'

const none = {
  native_name: '',
  job_title: '',
  phone_number: '',
  civil_number: null,
  requested_email: null,
  affiliations: [],
  birth_date: null,
  identity_provider_name: 'Local DB',
  identity_provider_label: 'Local DB',
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

/** A person in a list. Fields for staff and support only are left out for others, not false (waldur-api.md 1.7). */
export function userJson(core: Core, c: Request, caller: Caller, user: UserRow) {
  const isOwn = user.uuid === caller.user.uuid
  const { description = '', ...about } = user.details
  const hasFlag = has(core.settings.generation, 'account flag') && (isOwn || seesEverything(caller))
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
    ...about,
    ...(seesEverything(caller) && {
      description,
      is_staff: user.isStaff,
      is_support: user.isSupport,
      is_active: user.isActive,
    }),
    ...(hasFlag && { can_use_personal_access_tokens: user.canUsePats }),
  }
}

/**
 * Where a role is held, as Waldur shows it. The name is left out if the entity has none of its own, and more if the
 * entity is deleted (waldur-api.md 1.7). How 8.1.4 shows a global role is unknown.
 */
function scopeJson({ scopeType }: HeldGrant, scope: EntityRow | undefined) {
  if (!scope) return { scope_type: scopeType === 'global' ? scopeType : null }
  const { uuid, name } = scope
  return { scope_type: scopeType, scope_uuid: uuid, ...(scopeType !== 'service_provider' && { scope_name: name }) }
}

/** One object per grant, without permission strings (waldur-api.md 1.7). */
export async function grantsJson({ db, settings }: Core, held: HeldGrant[]) {
  const uuids = held.map(({ scope }) => scope)
  const scopes = await db.select().from(entities).where(inArray(entities.uuid, uuids))
  const customerUuids = scopes.flatMap(({ customer }) => (customer === null ? [] : [customer]))
  const customers = await db.select().from(entities).where(inArray(entities.uuid, customerUuids))
  const byUuid = new Map<string, EntityRow>([...scopes, ...customers].map((row) => [row.uuid, row]))
  return held.map((grant) => {
    const scope = byUuid.get(grant.scope)
    const customer = scope?.type === 'customer' ? scope : byUuid.get(scope?.customer ?? '')
    const isResource = scope?.type === 'resource'
    return {
      role_name: grant.roleName,
      role_uuid: grant.roleUuid,
      ...scopeJson(grant, scope),
      customer_uuid: customer?.uuid ?? null,
      customer_name: customer?.name ?? null,
      ...(has(settings.generation, 'resource roles') && {
        project_uuid: scope?.type === 'project' ? scope.uuid : (scope?.project ?? null),
        resource_uuid: isResource ? scope.uuid : (scope?.resource ?? null),
      }),
      expiration_time: grant.expiresAt === null ? null : formatInstant(grant.expiresAt),
    }
  })
}

/** Fields that only the user sees. The sign-in that they describe may not be the one in use. */
async function ownJson({ db, settings }: Core, c: Request, user: UserRow) {
  const [session] = await db.select().from(sessions).where(eq(sessions.user, user.uuid))
  const expiresAt = session?.expiresAt ?? null
  return {
    token_lifetime: settings.TOKEN_LIFETIME,
    token_expires_at: expiresAt === null ? null : formatInstant(expiresAt),
    has_active_session: session !== undefined,
    ip_address: clientAddress(c),
    is_identity_manager: false,
  }
}

/** A person's whole record, with their roles; the caller's own also has the sign-in key (waldur-api.md 1.7). */
export async function profileJson(core: Core, c: Request, caller: Caller, user: UserRow) {
  return {
    ...userJson(core, c, caller, user),
    ...(await signInKey(core, caller, [user])),
    ...(user.uuid === caller.user.uuid && (await ownJson(core, c, user))),
    permissions: await grantsJson(core, await heldGrants(core, eq(grants.user, user.uuid))),
  }
}
