import { flushSync } from 'react-dom'
import { KeysDialog } from '../ui/KeysDialog.tsx'
import { CreateTokenDialog } from './create/CreateTokenDialog.tsx'
import type { Dialog, OpenDialog } from './dialog.ts'
import { FinderDialog } from './find/FinderDialog.tsx'
import { LeakDialog } from './lifecycle/LeakDialog.tsx'
import { RevokeManyDialog } from './lifecycle/RevokeManyDialog.tsx'
import { RevokeTokenDialog } from './lifecycle/RevokeTokenDialog.tsx'
import { RevokeUnreadDialog } from './lifecycle/RevokeUnreadDialog.tsx'
import { RotateTokenDialog } from './lifecycle/RotateTokenDialog.tsx'
import { ChangeNetworksDialog } from './networks/ChangeNetworksDialog.tsx'

interface Props {
  dialog: Dialog
  open: OpenDialog
  onClose: () => void
  /** After the secret was seen: a rotated token is another token, with a uuid of its own. */
  onRotated?: (uuid: string) => void
  /** After several were to be revoked. */
  onRevoked?: () => void
}

/** All dialogs in one script: none has to be loaded between a form that mints and its secret. */
export function TokenDialog({ dialog, open, onClose, onRotated, onRevoked }: Props) {
  switch (dialog.kind) {
    case 'create':
      return <CreateTokenDialog start={dialog.start} open={open} onClose={onClose} />
    case 'rotate':
      return (
        <RotateTokenDialog
          key={dialog.token.uuid}
          token={dialog.token}
          open={open}
          onClose={onClose}
          onDone={(uuid) => {
            // The dialog keeps the page from being left while it is there.
            flushSync(onClose)
            onRotated?.(uuid)
          }}
        />
      )
    case 'revoke':
      return <RevokeTokenDialog token={dialog.token} onClose={onClose} />
    case 'revoke unread':
      return <RevokeUnreadDialog uuid={dialog.uuid} onClose={onClose} />
    case 'networks':
      return <ChangeNetworksDialog token={dialog.token} onClose={onClose} />
    case 'revoke many':
      return (
        <RevokeManyDialog tokens={dialog.tokens} leaked={dialog.leaked ?? false} onClose={onClose} onDone={onRevoked} />
      )
    case 'leak':
      return <LeakDialog open={open} onClose={onClose} />
    case 'find':
      return <FinderDialog open={open} onClose={onClose} />
    case 'keys':
      return <KeysDialog onClose={onClose} />
  }
}
