import { and, eq, gt, inArray, isNull, or } from 'drizzle-orm'
import { reachableFrom } from './bindings.ts'
import type { Core, Request } from './core.ts'
import type { EntityRow, UserRow } from './database.ts'
import { grants, roles, users } from './database.ts'
import type { UsedPat } from './patAuthentication.ts'
import { authenticatePat } from './patAuthentication.ts'
import { forbidden, unauthorized } from './reply.ts'
import { userOfSession } from './sessions.ts'

/** A role the caller holds now: of an active role, not ended. */
interface HeldGrant {
  id: number
  roleUuid: string
  roleName: string
  permissions: string[]
  scopeType: EntityRow['type']
  scope: string
  expiresAt: number | null
}

export interface Caller {
  user: UserRow
  /** The token, if the request came with one; null for a sign-in. */
  pat: UsedPat | null
  isImpersonated: boolean
  /** Staff with a sign-in, or with a PAT that holds STAFF.ACCESS (waldur-api.md 6.3). */
  actsAsStaff: boolean
  /** Support likewise, with SUPPORT.ACCESS; whoever acts as staff also does. */
  actsAsSupport: boolean
  grants: HeldGrant[]
}

/** The user's grants that count: the role is active and the grant has not ended (waldur-api.md 8.3). */
async function heldGrants({ db, clock }: Core, user: string): Promise<HeldGrant[]> {
  return await db
    .select({
      id: grants.id,
      roleUuid: roles.uuid,
      roleName: roles.name,
      permissions: roles.permissions,
      scopeType: grants.scopeType,
      scope: grants.scope,
      expiresAt: grants.expiresAt,
    })
    .from(grants)
    .innerJoin(roles, eq(roles.uuid, grants.role))
    .where(
      and(
        eq(grants.user, user),
        eq(roles.isActive, true),
        or(isNull(grants.expiresAt), gt(grants.expiresAt, clock.now() * 1000)),
      ),
    )
    .orderBy(grants.id)
}

async function callerOf(core: Core, user: UserRow, pat: UsedPat | null, isImpersonated = false): Promise<Caller> {
  const allows = (scope: string) => pat === null || pat.scopes.includes(scope)
  const actsAsStaff = user.isStaff && allows('STAFF.ACCESS')
  return {
    user,
    pat,
    isImpersonated,
    actsAsStaff,
    actsAsSupport: actsAsStaff || ((user.isSupport || user.isStaff) && allows('SUPPORT.ACCESS')),
    grants: await heldGrants(core, user.uuid),
  }
}

/** The user staff asked to act as; the header means nothing from anybody else (waldur-api.md 1.1). */
async function impersonated({ db }: Core, c: Request, staff: UserRow): Promise<UserRow | undefined> {
  const uuid = c.req.header('X-Impersonated-User-Uuid')?.replaceAll('-', '').toLowerCase()
  if (!uuid || !staff.isStaff) return undefined
  const [user] = await db
    .select()
    .from(users)
    .where(and(eq(users.uuid, uuid), eq(users.isActive, true)))
  return user
}

/**
 * Who calls (waldur-api.md 1.1, 1.4, 9).
 * @throws Refusal 401 with `WWW-Authenticate: Token` for a missing or bad credential
 */
export async function authenticate(core: Core, c: Request): Promise<Caller> {
  const [scheme = '', ...words] = (c.req.header('Authorization') ?? '').trim().split(/\s+/)
  const kind = scheme.toLowerCase()
  if (kind !== 'token' && kind !== 'bearer') throw unauthorized('Authentication credentials were not provided.')
  const [credential] = words
  if (credential === undefined) throw unauthorized('Invalid token. No credentials provided.')
  if (words.length > 1) throw unauthorized('Invalid token. Token string should not contain spaces.')

  if (kind === 'token') {
    const user = await userOfSession(core, credential)
    const other = await impersonated(core, c, user)
    return await callerOf(core, other ?? user, null, other !== undefined)
  }
  // An identity provider's own token; a sign-in token stands for it here.
  if (core.settings.OIDC_ACCESS_TOKEN_ENABLED && !credential.startsWith('w_')) {
    return await callerOf(core, await userOfSession(core, credential), null)
  }
  // A switched-off PAT falls through to OIDC like any other Bearer value, and it is no such token.
  const isConsidered = core.settings.PAT_ENABLED && credential.startsWith('w_')
  if (!isConsidered) throw unauthorized('Authentication credentials were not provided.')
  const { user, pat } = await authenticatePat(core, c, credential)
  return await callerOf(core, user, pat)
}

/**
 * Whether the caller may do what `permission` names on the entity, or anywhere if it is null: the token's scopes and
 * the current roles and the token's bindings must all agree, each looking at the entity and its ancestors
 * (waldur-api.md 7.2, 7.3, 9). Staff need no role; a bound token may do nothing that names no entity.
 */
function mayDo(caller: Caller, permission: string, entity: EntityRow | null): boolean {
  const reachable = entity ? reachableFrom(entity) : []
  const { pat } = caller
  if (pat && !pat.scopes.includes(permission)) return false
  if (pat?.boundTo && !pat.boundTo.some((uuid) => reachable.includes(uuid))) return false
  if (caller.actsAsStaff) return true
  return caller.grants.some(
    (grant) => grant.permissions.includes(permission) && (entity === null || reachable.includes(grant.scope)),
  )
}

/** @throws Refusal 403 unless `mayDo` */
export function demand(caller: Caller, permission: string, entity: EntityRow | null): void {
  if (!mayDo(caller, permission, entity)) throw forbidden()
}

/** @throws Refusal 403 for a PAT: tokens are managed by people, not by tokens (waldur-api.md 2.1) */
export function demandSignIn(caller: Caller): void {
  if (caller.pat) throw forbidden('PAT management requires session or token authentication.')
}

/** The users who hold a role on one of the entities now. */
export async function usersWithRoleOn({ db, clock }: Core, scopes: string[]): Promise<string[]> {
  const rows = await db
    .selectDistinct({ user: grants.user })
    .from(grants)
    .where(and(inArray(grants.scope, scopes), or(isNull(grants.expiresAt), gt(grants.expiresAt, clock.now() * 1000))))
  return rows.map(({ user }) => user)
}
