import type { Client } from '@libsql/client'
import { createClient } from '@libsql/client'
import type { LibSQLDatabase } from 'drizzle-orm/libsql'
import { drizzle } from 'drizzle-orm/libsql'
import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import type { RoleType, RowType } from './bindings.ts'
import { tables } from './tables.ts'

// Instants are epoch microseconds (wire.ts). References are uuids, not row numbers: a binding must outlive its entity.
// Names are stored as JSON: SQLite cuts text at U+0000 and repairs a lone surrogate, while a response can carry both.

const nameText = (column: string) => text(column, { mode: 'json' }).$type<string>()

export const users = sqliteTable('users', {
  id: integer('id').primaryKey(),
  uuid: text('uuid').notNull(),
  username: text('username').notNull(),
  passwordHash: text('password_hash').notNull(),
  firstName: nameText('first_name').notNull(),
  lastName: nameText('last_name').notNull(),
  email: text('email').notNull(),
  organization: text('organization').notNull(),
  isStaff: integer('is_staff', { mode: 'boolean' }).notNull(),
  isSupport: integer('is_support', { mode: 'boolean' }).notNull(),
  isActive: integer('is_active', { mode: 'boolean' }).notNull(),
  canUsePats: integer('can_use_pats', { mode: 'boolean' }).notNull(),
  /** A language tag such as "et"; empty if the user never chose one. */
  preferredLanguage: text('preferred_language').notNull(),
  joined: integer('joined').notNull(),
  /** Further fields of the profile. */
  details: text('details', { mode: 'json' }).$type<Record<string, unknown>>().notNull().default({}),
})

/** The sign-in token, one per user. As in Waldur it is stored readable, because the next sign-in returns it again. */
export const sessions = sqliteTable('sessions', {
  user: text('user').primaryKey(),
  key: text('key').notNull(),
  /** Null: never expires. */
  expiresAt: integer('expires_at'),
  /** Whether this session was verified with a passkey. */
  isVerified: integer('is_verified', { mode: 'boolean' }).notNull().default(false),
})

export const roles = sqliteTable('roles', {
  id: integer('id').primaryKey(),
  uuid: text('uuid').notNull(),
  name: text('name').notNull(),
  description: text('description').notNull(),
  contentType: text('content_type').$type<RoleType>().notNull(),
  isSystem: integer('is_system', { mode: 'boolean' }).notNull(),
  isActive: integer('is_active', { mode: 'boolean' }).notNull(),
  permissions: text('permissions', { mode: 'json' }).$type<string[]>().notNull(),
})

/**
 * A role that a user holds on an entity, until it is revoked or, after `expiresAt`, the daily task removes it. The
 * entity may have been deleted. `scope` is empty for a global role.
 */
export const grants = sqliteTable('grants', {
  id: integer('id').primaryKey(),
  user: text('user').notNull(),
  role: text('role').notNull(),
  scopeType: text('scope_type').$type<RoleType>().notNull(),
  scope: text('scope').notNull(),
  expiresAt: integer('expires_at'),
  /** False once it is revoked, or removed after its end. */
  isActive: integer('is_active', { mode: 'boolean' }).notNull(),
})

/** The nine bindable types and orders in one table; `customer` to `organizer` hold a row's whole chain of ancestors. */
export const entities = sqliteTable('entities', {
  id: integer('id').primaryKey(),
  uuid: text('uuid').notNull(),
  type: text('type').$type<RowType>().notNull(),
  name: nameText('name').notNull(),
  /** In lower case, because SQLite folds only ASCII letters. */
  nameKey: text('name_key').notNull(),
  /** Every text that `query` searches, in lower case. */
  searchText: text('search_text').notNull(),
  slug: text('slug').notNull(),
  state: text('state').notNull(),
  created: integer('created').notNull(),
  customer: text('customer'),
  project: text('project'),
  offering: text('offering'),
  resource: text('resource'),
  call: text('call'),
  organizer: text('organizer'),
  /**
   * The customer who provides a resource or order, or whose call a proposal is for. It doesn't count as an ancestor.
   */
  provider: text('provider'),
  /** The user who wrote a proposal. */
  author: text('author'),
  /** Whether everyone sees this offering. */
  isShared: integer('is_shared', { mode: 'boolean' }).notNull(),
  details: text('details', { mode: 'json' }).$type<Record<string, unknown>>().notNull(),
})

export const tokens = sqliteTable('tokens', {
  id: integer('id').primaryKey(),
  uuid: text('uuid').notNull(),
  user: text('user').notNull(),
  name: nameText('name').notNull(),
  /** The first 8 characters of the plaintext. The plaintext itself is not stored. */
  prefix: nameText('prefix').notNull(),
  /** SHA-256 of the plaintext, hexadecimal. */
  hash: text('hash').notNull(),
  scopes: text('scopes', { mode: 'json' }).$type<string[]>().notNull(),
  networks: text('networks', { mode: 'json' }).$type<string[]>().notNull(),
  expiresAt: integer('expires_at').notNull(),
  isActive: integer('is_active', { mode: 'boolean' }).notNull(),
  lastUsedAt: integer('last_used_at'),
  lastUsedIp: text('last_used_ip'),
  useCount: integer('use_count').notNull(),
  created: integer('created').notNull(),
})

export const bindings = sqliteTable('bindings', {
  id: integer('id').primaryKey(),
  token: text('token').notNull(),
  type: text('type').notNull(),
  /** May name a deleted entity: the binding stays and is shown as deleted (waldur-api.md 2.2). */
  entity: text('entity').notNull(),
})

export const events = sqliteTable('events', {
  id: integer('id').primaryKey(),
  uuid: text('uuid').notNull(),
  created: integer('created').notNull(),
  type: text('type').notNull(),
  message: text('message').notNull(),
  /** The uuids of those whose `scope` filter finds this event. */
  feeds: text('feeds', { mode: 'json' }).$type<string[]>().notNull(),
  context: text('context', { mode: 'json' }).$type<Record<string, unknown>>().notNull(),
})

/** A queue that a program has registered to receive events. */
export const consumers = sqliteTable('consumers', {
  id: integer('id').primaryKey(),
  uuid: text('uuid').notNull(),
  user: text('user').notNull(),
  objectTypes: text('object_types', { mode: 'json' }).$type<string[]>().notNull(),
  /** Null, like `scope`, for a queue of all events. */
  scopeType: text('scope_type'),
  scope: text('scope'),
  rmqUsername: text('rmq_username').notNull(),
  authKind: text('auth_kind').$type<'pat' | 'token' | ''>().notNull(),
  /** Prefix of the token it was registered with; empty if it was registered without one. */
  tokenPrefix: nameText('token_prefix').notNull(),
  tokenName: nameText('token_name').notNull(),
  created: integer('created').notNull(),
})

export type UserRow = typeof users.$inferSelect
export type EntityRow = typeof entities.$inferSelect
export type NewEntityRow = typeof entities.$inferInsert
export type TokenRecord = typeof tokens.$inferSelect
export type NewTokenRecord = typeof tokens.$inferInsert
export type ConsumerRow = typeof consumers.$inferSelect
export type NewEventRow = typeof events.$inferInsert
type Database = LibSQLDatabase & { $client: Client }

export interface OpenDatabase {
  db: Database
  /** Whether the database has not been seeded yet. */
  isNew: boolean
  /** Marks the database as seeded; from now on it is opened as it is. */
  markFilled(): Promise<void>
  /**
   * Runs one piece of work at a time, in order. What `work` reads stays true until it has written. Writes that belong
   * together go into one `db.batch`, which libSQL commits as a whole. Not `transaction()`: a `:memory:` database has
   * one connection, and every other request fails while a transaction holds it (TRANSACTION_ACTIVE, libSQL 0.18).
   */
  atomically<T>(work: () => Promise<T>): Promise<T>
  close(): void
}

/** Incremented with every change to tables.ts or to what the seed writes, so that no old file is misread. */
const version = 8

async function versionOf(client: Client): Promise<number> {
  const { rows } = await client.execute('PRAGMA user_version')
  return Number(rows[0]?.['user_version'] ?? 0)
}

/**
 * Opens a libSQL database (`file:…`, or `:memory:`, which is private to this call) and creates the tables if it is new
 * or was left half filled.
 * @throws Error for a file that another version of the sandbox wrote
 */
export async function openDatabase(url: string): Promise<OpenDatabase> {
  const client = createClient({ url })
  await client.execute('PRAGMA busy_timeout = 5000')
  const found = await versionOf(client)
  if (found !== 0 && found !== version) {
    client.close()
    throw new Error(`${url} is from another version of the sandbox. Run npm run sandbox:reset.`)
  }
  if (found === 0) await client.executeMultiple(tables)
  let last: Promise<unknown> = Promise.resolve()
  return {
    db: drizzle(client),
    isNew: found === 0,
    markFilled: async () => void (await client.execute(`PRAGMA user_version = ${version}`)),
    atomically: (work) => {
      const turn = last.then(work)
      last = turn.catch(() => undefined)
      return turn
    },
    close: () => client.close(),
  }
}
