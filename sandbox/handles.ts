// What a test does to the sandbox's world from outside, beside what the API allows.
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

/** What `createToken` mints without asking whether Waldur would; instants in ISO 8601. */
export interface MintedToken {
  name?: string
  /** Waldur's is the beginning of the secret. */
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
  /** Of the entity it is held on. */
  uuid: string
}

const monthMs = 30 * 86_400_000

/** @throws Error for a name that nobody has, as the other handles do */
export async function userNamed({ db }: Core, username: string): Promise<UserRow> {
  const [user] = await db.select().from(users).where(eq(users.username, username))
  if (!user) throw new Error(`no user ${username} in the sandbox`)
  return user
}

/**
 * Writes a token of the user without asking whether Waldur would issue it; the plaintext is in the answer only.
 * @throws Error for an end that is no instant
 */
export async function mint(core: Core, username: string, body: MintedToken): Promise<{ uuid: string; token: string }> {
  const user = await userNamed(core, username)
  const expiresAt = body.expires_at === undefined ? (core.clock.now() + monthMs) * 1000 : parseInstant(body.expires_at)
  if (expiresAt === null) throw new Error(`${body.expires_at} is no instant`)
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

/** The user's tokens, oldest first, with the hash of each, never its text. */
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

/** Deletes the user's inactive tokens and what binds them for good, which Waldur never does. */
export async function deleteInactive(core: Core, username: string): Promise<void> {
  const { db } = core
  const { uuid } = await userNamed(core, username)
  const inactive = and(eq(tokens.user, uuid), eq(tokens.isActive, false))
  const doomed = db.select({ uuid: tokens.uuid }).from(tokens).where(inactive)
  await db.batch([db.delete(bindings).where(inArray(bindings.token, doomed)), db.delete(tokens).where(inactive)])
}

/** What staff may change of a user. */
export async function changeUser(core: Core, username: string, change: Partial<UserRow>): Promise<void> {
  const user = await userNamed(core, username)
  await core.db.update(users).set(change).where(eq(users.uuid, user.uuid))
  if (change.isActive !== false) return
  // Deactivation ends the user's tokens for good; coming back does not revive them (waldur-api.md 9).
  const active = and(eq(tokens.user, user.uuid), eq(tokens.isActive, true))
  const ended = await core.db.$count(tokens, active)
  if (ended === 0) return
  await core.db.batch([
    core.db.update(tokens).set({ isActive: false }).where(active),
    core.db.insert(events).values(endOfAll(core, user, ended)),
  ])
}

/** Takes all roles of the user away and gives these, each of a role of its own. */
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
