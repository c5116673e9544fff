import { readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import type { EntityType } from '../bindings.ts'

// Answers of Waldur's own running code about tokens, recorded once; docs/waldur-api.md cites them as [oracle]. Tests
// hold the sandbox and the page against them. Nothing here is decided by the sandbox.

/** An entity of a recorded world; the columns beside `type` name its parents by their ids. */
export interface OracleEntity {
  id: string
  /** `order` is no type to bind to: it has sources, and a list. */
  type: EntityType | 'order'
  customer?: string
  project?: string
  offering?: string
  resource?: string
  organizer?: string
  /** The organization of the offering of a resource or an order; no ancestor. */
  provider?: string
  state?: string
  /** Of an offering. */
  shared?: boolean
}

export interface OracleRole {
  id: string
  name: string
  contentType: EntityType
  permissions: string[]
  isActive: boolean
  isSystem: boolean
}

export interface OracleUser {
  id: string
  isStaff: boolean
  isSupport: boolean
  /** `expired`: past its end, and not swept by the daily task yet; `revoked`: no longer held. */
  grants: { role: string; scope: string; state: 'active' | 'expired' | 'revoked' }[]
}

export interface OracleToken {
  id: string
  user: string
  scopes: string[]
  /** Null: an entity that was deleted since. */
  bindings: { type: EntityType; entity: string | null }[]
  /** What the real POST answered; null where it was not asked. A refused token was stored all the same, to be used. */
  create: { status: number; body?: unknown } | null
}

/** One permission on one object, asked of the object's sources: `*` is itself, others are paths from it. */
export interface OracleAction {
  id: string
  method: string
  path: string
  permission: string
  /** Null: the object itself. */
  sources: string[] | null
  /** `plan` is asked as its offering. */
  target: OracleEntity['type'] | 'plan'
}

export interface OracleWorld {
  id: string
  entities: OracleEntity[]
  roles: OracleRole[]
  users: OracleUser[]
  tokens: OracleToken[]
  /** Token, action, object, and whether it is permitted by sign-in and by token; null: no source exists. */
  checks: [token: string, action: string, entity: string, bySignIn: boolean | null, byToken: boolean | null][]
  /** Token, request, object (none for `global:`), and the HTTP status by sign-in and by token. */
  requests: [token: string, request: string, entity: string | null, bySignIn: number, byToken: number][]
  /** Of each user and each token: path → ids that are listed. */
  lists: Record<string, Record<string, string[]>>
}

export interface OracleAccess {
  actions: OracleAction[]
  worlds: OracleWorld[]
}

/** Which requests a permission opens, and what each demands. */
export interface OraclePermission {
  permission: string
  opens: {
    /** "METHOD /path/" */
    request: string
    /** One suffices: a role on an object of the type `roleOn`, and a binding of one of the types at or above it. */
    needs: { roleOn: string; source: string; bindings: string[] }[]
    /** In which Waldur it was read. */
    read: string
  }[]
  note?: string
}

/** A recorded request with its answer; `as` names whose sign-in was used, null a token or nothing. */
export interface OracleExchange {
  title: string
  as: string | null
  request: { method: string; path: string; headers?: Record<string, string>; body?: unknown }
  response: { status: number; headers?: Record<string, string>; body?: unknown }
  note?: string
  /**
   * Of the first in `flags` alone, which is no exchange: for each request the statuses by token and by sign-in, such as
   * "staff signed in" → 200.
   */
  table?: Record<string, string | number>[]
}

const recorded = (name: string): unknown =>
  JSON.parse(gunzipSync(readFileSync(new URL(`${name}.json.gz`, import.meta.url))).toString('utf8'))

/** The worlds of the repository, and what was answered in them. */
export const recordedAccess = (): OracleAccess => recorded('access') as OracleAccess

/**
 * The worlds and what was answered in them: those of the repository, or of the uncompressed JSON file of the same
 * format whose absolute path is in `ORACLE_ACCESS`.
 */
export function oracleAccess(): OracleAccess {
  const other = process.env['ORACLE_ACCESS']
  return other ? (JSON.parse(readFileSync(other, 'utf8')) as OracleAccess) : recordedAccess()
}

/** Without the row in angle brackets, which stands for no permission. */
export function oraclePermissions(): OraclePermission[] {
  const { permissions } = recorded('permissions') as { permissions: OraclePermission[] }
  return permissions.filter(({ permission }) => !permission.startsWith('<'))
}

/** The recorded exchanges by the name of their file; `levels` and `older_checks` hold none. */
export const oracleExchanges = (): Record<string, { exchanges?: OracleExchange[] }> =>
  recorded('exchanges') as Record<string, { exchanges?: OracleExchange[] }>
