import { late } from '../ui/late.tsx'
import type { Start } from './create/start.ts'
import type { Token } from './schema.ts'

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

export const TokenDialog = late(async () => (await import('./TokenDialog.tsx')).TokenDialog)
