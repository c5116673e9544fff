// What tests can do to the sandbox's data directly, beyond what the API allows.
import { and, eq, inArray } from 'drizzle-orm'
import { endOfAll } from './audit.ts'
import type { EntityType } from './bindings.ts'
import type { Core } from './core.ts'
import { newUuid } from './core.ts'
import type { UserRow } from './database.ts'
import { bindings, events, grants, roles, tokens, users } from './database.ts'
import { newPlaintext, tokenRow } from './tokenRow.ts'
import { parseInstant, parseUuid } from './wire.ts'

/** A token as the database holds it; instants are epoch milliseconds. */
export interface TokenRow {
  uuid: string
  name: string
  prefix: string
  /** SHA-256 of the plaintext, hexadecimal. */
  hash: string
  scopes: string[]
  bindings: { type: string; uuid: string }[]
  networks: string[]
  expiresAt: number
  isActive: boolean
  lastUsedAt: number | null
  lastUsedIp: string | null
  useCount: number
  created: number
}

/** The fields of a token that `createToken` writes without Waldur's checks; instants in ISO 8601. */
export interface MintedToken {
  name?: string
  /** In Waldur, always the start of the plaintext. */
  token_prefix?: string
  scopes?: string[]
  allowed_scopes?: { type: string; uuid: string }[]
  allowed_networks?: string[]
  expires_at?: string
  is_active?: boolean
}

export interface UserChange {
  isActive?: boolean
  canUsePats?: boolean
  isStaff?: boolean
  preferredLanguage?: string
  firstName?: string
  lastName?: string
}

export interface HeldRole {
  permissions: string[]
  type: EntityType
  /** The entity that the role is held on. */
  uuid: string
}

const monthMs = 30 * 86_400_000

/** @throws Error for an unknown name, as the other handles do */
export async function userNamed({ db }: Core, username: string): Promise<UserRow> {
  const [user] = await db.select().from(users).where(eq(users.username, username))
  if (!user) throw new Error(`no user ${username} in the sandbox`)
  return user
}

/**
 * Writes a token of the user without Waldur's checks. Only the return value has the plaintext.
 * @throws Error for an invalid `expires_at`
 */
export async function mint(core: Core, username: string, body: MintedToken): Promise<{ uuid: string; token: string }> {
  const user = await userNamed(core, username)
  const expiresAt = body.expires_at === undefined ? (core.clock.now() + monthMs) * 1000 : parseInstant(body.expires_at)
  if (expiresAt === null) throw new Error(`${body.expires_at} isn't a date and time`)
  const token = newPlaintext(expiresAt)
  const { name = 'minted', token_prefix, scopes = ['PROJECT.LIST'], allowed_networks: networks = [] } = body
  const row = tokenRow(core, user.uuid, token, { name, scopes, networks, expiresAt })
  const bound = (body.allowed_scopes ?? []).map(({ type, uuid }) => ({
    token: row.uuid,
    type,
    entity: parseUuid(uuid) ?? uuid,
  }))
  await core.db.batch([
    core.db.insert(tokens).values({ ...row, prefix: token_prefix ?? row.prefix, isActive: body.is_active ?? true }),
    ...(bound.length > 0 ? [core.db.insert(bindings).values(bound)] : []),
  ])
  return { uuid: row.uuid, token }
}

/** The user's tokens, oldest first, each with its hash, never its plaintext. */
export async function storedTokens(core: Core, username: string): Promise<TokenRow[]> {
  const user = await userNamed(core, username)
  const rows = await core.db.select().from(tokens).where(eq(tokens.user, user.uuid)).orderBy(tokens.id)
  const bound = await core.db.select().from(bindings).orderBy(bindings.id)
  return rows.map(({ id: _id, user: _user, ...row }) => ({
    ...row,
    bindings: bound.filter(({ token }) => token === row.uuid).map(({ type, entity }) => ({ type, uuid: entity })),
    expiresAt: row.expiresAt / 1000,
    lastUsedAt: row.lastUsedAt === null ? null : row.lastUsedAt / 1000,
    created: row.created / 1000,
  }))
}

/** Permanently deletes the user's inactive tokens and their bindings, which Waldur never does. */
export async function deleteInactive(core: Core, username: string): Promise<void> {
  const { db } = core
  const { uuid } = await userNamed(core, username)
  const inactive = and(eq(tokens.user, uuid), eq(tokens.isActive, false))
  const doomed = db.select({ uuid: tokens.uuid }).from(tokens).where(inactive)
  await db.batch([db.delete(bindings).where(inArray(bindings.token, doomed)), db.delete(tokens).where(inactive)])
}

/** Changes fields of a user that only staff may change. */
export async function changeUser(core: Core, username: string, change: Partial<UserRow>): Promise<void> {
  const user = await userNamed(core, username)
  await core.db.update(users).set(change).where(eq(users.uuid, user.uuid))
  if (change.isActive !== false) return
  // Deactivation ends the user's tokens for good; reactivation doesn't revive them (waldur-api.md 9).
  const active = and(eq(tokens.user, user.uuid), eq(tokens.isActive, true))
  const ended = await core.db.$count(tokens, active)
  if (ended === 0) return
  await core.db.batch([
    core.db.update(tokens).set({ isActive: false }).where(active),
    core.db.insert(events).values(endOfAll(core, user, ended)),
  ])
}

/** Removes all the user's grants and adds these, each with a new role. */
export async function replaceRoles(core: Core, username: string, held: HeldRole[]): Promise<void> {
  const { uuid: user } = await userNamed(core, username)
  const made = held.map((one) => ({ ...one, role: newUuid() }))
  await core.db.delete(grants).where(eq(grants.user, user))
  if (made.length === 0) return
  await core.db.insert(roles).values(
    made.map(({ role, permissions, type }) => ({
      uuid: role,
      name: `MADE.${role}`,
      description: '',
      contentType: type,
      isSystem: false,
      isActive: true,
      permissions,
    })),
  )
  await core.db.insert(grants).values(
    made.map(({ role, type, uuid }) => ({
      user,
      role,
      scopeType: type,
      scope: uuid,
      expiresAt: null,
      isActive: true,
    })),
  )
}
