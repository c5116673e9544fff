import { flushSync } from 'react-dom'
import { KeysDialog } from '../ui/KeysDialog.tsx'
import { CreateTokenDialog } from './create/CreateTokenDialog.tsx'
import type { Dialog, OpenDialog } from './dialog.ts'
import { FinderDialog } from './find/FinderDialog.tsx'
import { LeakDialog } from './lifecycle/LeakDialog.tsx'
import { ReplaceTokenDialog } from './lifecycle/ReplaceTokenDialog.tsx'
import { RevokeManyDialog } from './lifecycle/RevokeManyDialog.tsx'
import { RevokeTokenDialog } from './lifecycle/RevokeTokenDialog.tsx'
import { RevokeUnreadDialog } from './lifecycle/RevokeUnreadDialog.tsx'
import { RotateTokenDialog } from './lifecycle/RotateTokenDialog.tsx'
import { ChangeNetworksDialog } from './networks/ChangeNetworksDialog.tsx'

interface Props {
  dialog: Dialog
  open: OpenDialog
  onClose: () => void
  /** Called after the secret was shown. A rotated token is a new token with its own uuid. */
  onRotated: (uuid: string) => void
  /** Called after several tokens were revoked. */
  onRevoked?: () => void
}

/** All dialogs in one script, so that nothing has to load between a form that issues a token and its secret. */
export function TokenDialog({ dialog, open, onClose, onRotated, onRevoked }: Props) {
  switch (dialog.kind) {
    case 'create':
      return <CreateTokenDialog start={dialog.start} job={dialog.job} open={open} onClose={onClose} />
    case 'rotate':
      return (
        <RotateTokenDialog
          key={dialog.token.uuid}
          token={dialog.token}
          open={open}
          onClose={onClose}
          onDone={(uuid) => {
            // While mounted, the dialog blocks navigation.
            flushSync(onClose)
            onRotated(uuid)
          }}
        />
      )
    case 'replace':
      return <ReplaceTokenDialog key={dialog.token.uuid} token={dialog.token} open={open} onClose={onClose} />
    case 'revoke':
      return <RevokeTokenDialog token={dialog.token} onClose={onClose} />
    case 'revoke unread':
      return <RevokeUnreadDialog uuid={dialog.uuid} name={dialog.name ?? dialog.uuid} onClose={onClose} />
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
