import { late } from '../ui/late.tsx'
import type { Start } from './create/start.ts'
import type { Token } from './schema.ts'

/** The one dialog a page may have open. Mounted means open, so closing forgets everything in it. */
export type Dialog =
  | { kind: 'create'; start?: Start }
  | { kind: 'rotate' | 'revoke' | 'networks'; token: Token }
  | { kind: 'revoke many'; tokens: readonly Token[] }
  | { kind: 'find' | 'keys' | 'leak' }

/** Puts another dialog, or none, in this one's place. */
export type OpenDialog = (dialog: Dialog | null) => void

export interface DialogProps {
  dialog: Dialog
  open: OpenDialog
  onClose: () => void
  /** After the secret was seen: a rotated token is another token, with a uuid of its own. */
  onRotated?: (uuid: string) => void
  /** After several were to be revoked. */
  onRevoked?: () => void
}

export const TokenDialog = late<DialogProps>(async () => (await import('./TokenDialog.tsx')).TokenDialog)
