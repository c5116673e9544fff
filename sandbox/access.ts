import type { SQL } from 'drizzle-orm'
import { and, eq, notInArray } from 'drizzle-orm'
import type { RoleType } from './bindings.ts'
import type { Core, Request } from './core.ts'
import type { UserRow } from './database.ts'
import { grants, roles, users } from './database.ts'
import type { UsedPat } from './patAuthentication.ts'
import { authenticatePat } from './patAuthentication.ts'
import { has } from './releases.ts'
import { forbidden, unauthorized } from './reply.ts'
import { userOfSession } from './sessions.ts'
import type { Settings } from './settings.ts'

/**
 * A role that the caller holds. It counts even after its end date, until the daily task removes it ([oracle] fact 7).
 */
export interface HeldGrant {
  id: number
  user: string
  roleUuid: string
  roleName: string
  /** The type of entity that the role can be held on. */
  roleType: RoleType
  /** Affects visibility only: a role that is turned off still grants its permissions ([oracle] fact 7). */
  roleIsActive: boolean
  permissions: string[]
  scopeType: RoleType
  /** Empty for a global role. */
  scope: string
  expiresAt: number | null
}

export interface Caller {
  user: UserRow
  /** The token that the request was made with; null for a sign-in. */
  pat: UsedPat | null
  isImpersonated: boolean
  /** Whether this session was verified with a passkey. */
  isVerified: boolean
  /** Only those that have not been revoked. */
  grants: HeldGrant[]
}

/** Excludes roles of types that the release does not know. */
export const knownRoles = ({ generation }: Settings): SQL =>
  notInArray(roles.contentType, [
    ...(has(generation, 'resource roles') ? [] : (['resource', 'resource_project'] as const)),
    ...(has(generation, 'global roles') ? [] : (['global'] as const)),
  ])

/** The active grants that match `whose`; everyone's if it is undefined. */
export async function heldGrants({ db, settings }: Core, whose: SQL | undefined): Promise<HeldGrant[]> {
  return await db
    .select({
      id: grants.id,
      user: grants.user,
      roleUuid: roles.uuid,
      roleName: roles.name,
      roleType: roles.contentType,
      roleIsActive: roles.isActive,
      permissions: roles.permissions,
      scopeType: grants.scopeType,
      scope: grants.scope,
      expiresAt: grants.expiresAt,
    })
    .from(grants)
    .innerJoin(roles, eq(roles.uuid, grants.role))
    .where(and(whose, eq(grants.isActive, true), knownRoles(settings)))
    .orderBy(grants.id)
}

async function callerOf(core: Core, known: Omit<Caller, 'grants'>): Promise<Caller> {
  return { ...known, grants: await heldGrants(core, eq(grants.user, known.user.uuid)) }
}

/** Whether this user needs a passkey-verified session for anything that issues a privileged credential ([passkeys]). */
const needsPasskey = ({ settings }: Core, { isStaff, isSupport }: UserRow): boolean =>
  has(settings.generation, 'passkeys') && settings.PASSKEY_ENFORCED_FOR_STAFF && (isStaff || isSupport)

/**
 * The user whom staff impersonate; anyone else's header is ignored (waldur-api.md 1.1).
 * @throws ErrorResponse 401 if that requires a passkey
 */
async function impersonated(
  core: Core,
  c: Request,
  { user: staff, isVerified }: Pick<Caller, 'user' | 'isVerified'>,
): Promise<UserRow | undefined> {
  const { db } = core
  const uuid = c.req.header('X-Impersonated-User-Uuid')?.replaceAll('-', '').toLowerCase()
  if (!uuid || !staff.isStaff) return undefined
  if (needsPasskey(core, staff) && !isVerified) {
    throw unauthorized('Impersonation requires a passkey-verified session.')
  }
  const [user] = await db
    .select()
    .from(users)
    .where(and(eq(users.uuid, uuid), eq(users.isActive, true)))
  return user
}

/**
 * Identifies the caller (waldur-api.md 1.1, 1.4, 9).
 * @throws ErrorResponse 401 with `WWW-Authenticate: Token` for a missing or bad credential
 */
export async function authenticate(core: Core, c: Request): Promise<Caller> {
  const [scheme = '', ...words] = (c.req.header('Authorization') ?? '').trim().split(/\s+/)
  const kind = scheme.toLowerCase()
  if (kind !== 'token' && kind !== 'bearer') throw unauthorized('Authentication credentials were not provided.')
  const [credential] = words
  if (credential === undefined) throw unauthorized('Invalid token. No credentials provided.')
  if (words.length > 1) throw unauthorized('Invalid token. Token string should not contain spaces.')

  if (kind === 'token') {
    const session = await userOfSession(core, credential)
    const other = await impersonated(core, c, session)
    const { isVerified } = session
    return await callerOf(core, {
      user: other ?? session.user,
      pat: null,
      isImpersonated: other !== undefined,
      isVerified,
    })
  }
  // This would be an access token of the identity provider; here a sign-in token stands in for it.
  if (core.settings.OIDC_ACCESS_TOKEN_ENABLED && !credential.startsWith('w_')) {
    const { user } = await userOfSession(core, credential)
    return await callerOf(core, { user, pat: null, isImpersonated: false, isVerified: false })
  }
  // With PATs turned off, a PAT is handled by OIDC like any other Bearer value, and is not valid there ([oracle]).
  const isConsidered = core.settings.PAT_ENABLED && credential.startsWith('w_')
  if (!isConsidered) throw unauthorized('Invalid JWT token.')
  const { user, pat } = await authenticatePat(core, c, credential)
  return await callerOf(core, { user, pat, isImpersonated: false, isVerified: false })
}

/**
 * Whether a role counts on one of these entities: it is held there, or it is global (8.1.4; no source says so, but
 * "site-wide" can mean nothing else).
 */
export const isHeldOn = ({ scopeType, scope }: HeldGrant, places: readonly string[]): boolean =>
  scopeType === 'global' || places.includes(scope)

/** Whether lists show every row: for staff and support, whatever the token's scopes ([oracle], waldur-api.md 6.3). */
export const seesEverything = ({ user }: Caller): boolean => user.isStaff || user.isSupport

const tokenHas = ({ pat }: Caller, ...scopes: string[]) =>
  pat === null || scopes.some((scope) => pat.scopes.includes(scope))

/**
 * Guards staff-only views: settings, writing roles, sign-in keys (waldur-api.md 6.3).
 * @throws ErrorResponse 403 unless the user is staff and a token has STAFF.ACCESS; a sign-in needs only the flag
 */
export function demandStaffViews(caller: Caller): void {
  if (!caller.user.isStaff || !tokenHas(caller, 'STAFF.ACCESS')) throw forbidden()
}

/**
 * Guards views for support: statistics, broadcasts (waldur-api.md 6.3).
 * @throws ErrorResponse 403 unless the user is staff or support and a token has SUPPORT.ACCESS or STAFF.ACCESS
 */
export function demandSupportViews(caller: Caller): void {
  if (!seesEverything(caller) || !tokenHas(caller, 'SUPPORT.ACCESS', 'STAFF.ACCESS')) throw forbidden()
}

/** @throws ErrorResponse 403 for a PAT: tokens are managed by people, not by tokens (waldur-api.md 2.1) */
export function demandSignIn(caller: Caller): void {
  if (caller.pat) throw forbidden('PAT management requires session or token authentication.')
}

/**
 * Guards everything that issues a secret; other requests about tokens need no passkey (waldur-api.md 3).
 * @throws ErrorResponse 403 for staff and support in a session without a passkey, if the settings enforce one
 */
export function demandPasskey(core: Core, caller: Caller): void {
  if (!needsPasskey(core, caller.user) || caller.isVerified) return
  throw forbidden('Creating a personal access token requires a passkey-verified session.')
}
