import type { EntityType } from '../entities/types.ts'
import type { Binding, Token } from './schema.ts'

/** The one dialog that a page may have open. It is mounted while open, so closing forgets everything in it. */
export type Dialog =
  | { kind: 'create'; start?: FormStart; job?: Job }
  | { kind: 'rotate' | 'replace' | 'revoke' | 'networks'; token: Token }
  /** For a token that cannot be read. */
  | { kind: 'revoke unread'; uuid: string; name?: string | null }
  | { kind: 'revoke many'; tokens: readonly Token[]; leaked?: boolean }
  | { kind: 'find' | 'keys' | 'leak' }

/** Opens another dialog in this one's place, or none. */
export type OpenDialog = (dialog: Dialog | null) => void

/** What a form starts with: another token, to be copied or replaced, or the request in a link. */
export type FormStart =
  | { as: 'copy'; token: Token }
  | {
      as: 'replacement'
      token: Token
      /** Permissions to leave out. */
      without?: readonly string[]
      /** Places to leave out, by their uuids, and the place to add instead. */
      instead?: { of: readonly string[]; place: Binding | null }
      /** The new end, in milliseconds by the server's clock. The default is later than the replaced token's. */
      end?: number
    }
  /** `link`: what follows the `#`. */
  | { as: 'request'; link: string }

/** What a new token is for. */
export interface Job {
  scopes: readonly string[]
  /** Only for reading; then the form finds the permission that this takes. */
  readOnly: boolean
}

/** A request to create a token. */
export interface TokenRequest {
  name: string
  /** Values in Waldur's spelling; a link from elsewhere may contain constants. */
  scopes: readonly string[]
  /** Null for everywhere. Empty if it is to be limited, but not to what: that must never be read as everywhere. */
  bindings: readonly { type: EntityType; uuid: string }[] | null
  /** Likewise for allowed networks. */
  networks: readonly string[] | null
  /** The lifetime in whole days; null if not given. */
  days: number | null
}
