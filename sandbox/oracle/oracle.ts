import { readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import type { EntityType } from '../bindings.ts'

// Responses of Waldur's own running code about tokens, recorded once; docs/waldur-api.md cites them as [oracle]. Tests
// compare the sandbox and the page with them. None of it comes from the sandbox.

/** An entity of a recorded world; the columns beside `type` give its parents' ids. */
export interface OracleEntity {
  id: string
  /** `order` can't be bound to, but it has sources and a list. */
  type: EntityType | 'order'
  customer?: string
  project?: string
  offering?: string
  resource?: string
  organizer?: string
  /** The organization that owns the offering of a resource or order; not an ancestor. */
  provider?: string
  state?: string
  /** For offerings only. */
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
  /** `expired`: past its end, but not yet removed by the daily task; `revoked`: no longer held. */
  grants: { role: string; scope: string; state: 'active' | 'expired' | 'revoked' }[]
}

export interface OracleToken {
  id: string
  user: string
  scopes: string[]
  /** Null: an entity that has been deleted since. */
  bindings: { type: EntityType; entity: string | null }[]
  /** The real POST's response; null if none was sent. A rejected token was stored anyway, so that it could be used. */
  create: { status: number; body?: unknown } | null
}

/**
 * One permission on one object, checked on the object's sources: `*` is the object itself, others are paths from it.
 */
export interface OracleAction {
  id: string
  method: string
  path: string
  permission: string
  /** Null: the object itself. */
  sources: string[] | null
  /** A `plan` is checked as its offering. */
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
  /** For each user and each token: path → ids in the list. */
  lists: Record<string, Record<string, string[]>>
}

export interface OracleAccess {
  actions: OracleAction[]
  worlds: OracleWorld[]
}

/** The requests that a permission opens, and what each requires. */
export interface OraclePermission {
  permission: string
  opens: {
    /** "METHOD /path/" */
    request: string
    /**
     * One of these is enough: a role on an object of type `roleOn`, and a binding of one of these types at or above it.
     */
    needs: { roleOn: string; source: string; bindings: string[] }[]
    /** The Waldur source that this was read in. */
    read: string
  }[]
  note?: string
}

/** A recorded request with its response; `as` is the user whose sign-in was used, null for a token or no credential. */
export interface OracleExchange {
  title: string
  as: string | null
  request: { method: string; path: string; headers?: Record<string, string>; body?: unknown }
  response: { status: number; headers?: Record<string, string>; body?: unknown }
  note?: string
  /**
   * Only in the first entry of `flags`, which is not an exchange: each request's statuses by token and by sign-in, such
   * as "staff signed in" → 200.
   */
  table?: Record<string, string | number>[]
}

const recorded = (name: string): unknown =>
  JSON.parse(gunzipSync(readFileSync(new URL(`${name}.json.gz`, import.meta.url))).toString('utf8'))

/** The recorded worlds in this repository, with their responses. */
export const recordedAccess = (): OracleAccess => recorded('access') as OracleAccess

/**
 * The recorded worlds with their responses, from this repository, or from an uncompressed JSON file of the same format,
 * whose absolute path is in `ORACLE_ACCESS`.
 */
export function oracleAccess(): OracleAccess {
  const other = process.env['ORACLE_ACCESS']
  return other ? (JSON.parse(readFileSync(other, 'utf8')) as OracleAccess) : recordedAccess()
}

/** Leaves out the row in angle brackets, which is not a permission. */
export function oraclePermissions(): OraclePermission[] {
  const { permissions } = recorded('permissions') as { permissions: OraclePermission[] }
  return permissions.filter(({ permission }) => !permission.startsWith('<'))
}

/** The recorded exchanges, by file name; `levels` and `older_checks` have none. */
export const oracleExchanges = (): Record<string, { exchanges?: OracleExchange[] }> =>
  recorded('exchanges') as Record<string, { exchanges?: OracleExchange[] }>
