import { CreateTokenDialog } from './create/CreateTokenDialog.tsx'
import { RevokeTokenDialog } from './lifecycle/RevokeTokenDialog.tsx'
import { RotateTokenDialog } from './lifecycle/RotateTokenDialog.tsx'
import type { Token } from './schema.ts'

/** The one dialog a page may have open. Mounted means open, so closing forgets everything in it. */
export type Dialog = { kind: 'create' } | { kind: 'rotate'; token: Token } | { kind: 'revoke'; token: Token }

export function TokenDialog({ dialog, onClose }: { dialog: Dialog; onClose: () => void }) {
  switch (dialog.kind) {
    case 'create':
      return <CreateTokenDialog onClose={onClose} />
    case 'rotate':
      return <RotateTokenDialog token={dialog.token} onClose={onClose} />
    case 'revoke':
      return <RevokeTokenDialog token={dialog.token} onClose={onClose} />
  }
}
