import type { EntityType } from '../entities/types.ts'
import type { Binding, Token } from './schema.ts'

/** The one dialog a page may have open. Mounted means open, so closing forgets everything in it. */
export type Dialog =
  | { kind: 'create'; start?: Start }
  | { kind: 'rotate' | 'revoke' | 'networks'; token: Token }
  /** Of a token that cannot be read. */
  | { kind: 'revoke unread'; uuid: string }
  | { kind: 'revoke many'; tokens: readonly Token[]; leaked?: boolean }
  | { kind: 'find' | 'keys' | 'leak' }

/** Puts another dialog, or none, in this one's place. */
export type OpenDialog = (dialog: Dialog | null) => void

/** What a form starts with: another token, to stand beside it or to be used instead of it, or what a link asks for. */
export type Start =
  | { as: 'copy'; token: Token }
  | {
      as: 'replacement'
      token: Token
      /** Permissions that it is to be rid of. */
      without?: readonly string[]
      /** Places that it is to be rid of, by their uuids, and the one that it is to be limited to in their place. */
      instead?: { of: readonly string[]; place: Binding | null }
      /** When it is to end, in the server's milliseconds; by itself, later than the one it replaces. */
      end?: number
    }
  | { as: 'request'; request: TokenRequest; ignored: readonly string[] }

/** A token that somebody is asked to create. */
export interface TokenRequest {
  name: string
  /** Values, as Waldur spells them; in a link of others perhaps constants. */
  scopes: readonly string[]
  /** Null for everywhere; none where it is to be limited, but not said to what: that must never read as everywhere. */
  bindings: readonly { type: EntityType; uuid: string }[] | null
  /** The same for from where it may be used. */
  networks: readonly string[] | null
  /** How long it is to live, a whole number; null where that is not said. */
  days: number | null
}
