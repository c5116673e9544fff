import Alert from '@mui/material/Alert'
import MuiDialog from '@mui/material/Dialog'
import DialogContentText from '@mui/material/DialogContentText'
import { useMutation } from '@tanstack/react-query'
import { useId, useState } from 'react'
import { asksForPasskey } from '../../api/errors.ts'
import { isRotateUnknown } from '../../api/outcome.ts'
import { instantMs } from '../../api/wire.ts'
import { Confirmation } from '../../ui/ConfirmDialog.tsx'
import { Trans, t } from '../../ui/i18n.tsx'
import { Name } from '../../ui/Name.tsx'
import { useNow } from '../../ui/now.ts'
import { duration, instant } from '../../ui/time.ts'
import { useSend } from '../../ui/useSend.ts'
import type { OpenDialog } from '../dialog.ts'
import { rotateToken } from '../issue/mutations.ts'
import { PasskeyAsked } from '../issue/PasskeyAsked.tsx'
import { Pending } from '../issue/Pending.tsx'
import { REVEAL_TITLE, Reveal } from '../issue/Reveal.tsx'
import { useEntryLock } from '../issue/useJournal.ts'
import { useSnapshot } from '../issue/useSnapshot.ts'
import { useUnderway } from '../issue/useUnderway.ts'
import { RotatedQueues } from '../queues/QueuesNote.tsx'
import type { Token } from '../schema.ts'
import { needsConfirmation } from './needsConfirmation.ts'
import { mayRotateAgain, RotateOutcomeNotice } from './RotateOutcomeNotice.tsx'
import { StopsNow } from './StopsNow.tsx'

interface Props {
  token: Token
  open: OpenDialog
  onClose: () => void
  /** Called after the secret was shown, with the uuid of the new token. */
  onDone: (uuid: string) => void
}

/** A new secret with the same end date. The old one stops at once. */
export function RotateTokenDialog({ token, open, onClose, onDone }: Props) {
  const id = useId()
  const now = useNow()
  const rotate = useMutation(rotateToken)
  const { send, isSending } = useSend(rotate)
  const triedToLeave = useUnderway(() => isSending() && !rotate.data)
  const close = () => {
    if (!isSending()) onClose()
  }
  const needsPasskey = asksForPasskey(rotate.error)
  const unknown = rotate.error !== null && isRotateUnknown(rotate.error)
  const snapshot = useSnapshot(unknown ? rotate.context?.before : undefined, token.name, token.uuid)
  useEntryLock(rotate.context?.entryId)
  const [ticked, setTicked] = useState(false)
  const tick = needsConfirmation(token, now)
  const end = instantMs(token.expires_at)
  return (
    <MuiDialog
      open
      // While the secret is pending or on screen, only the named button closes the dialog.
      onClose={close}
      aria-labelledby={rotate.data ? REVEAL_TITLE : id}
      maxWidth="sm"
      fullWidth
    >
      {rotate.data && rotate.context ? (
        <Reveal
          issued={rotate.data}
          context={rotate.context}
          asked={{ allowed_scopes: living(token), allowed_networks: token.allowed_networks }}
          onDone={() => onDone(rotate.data.uuid)}
        />
      ) : (
        <Confirmation
          titleId={id}
          title={<Trans text={t('Rotate [[name]]')} name={<Name of={token.name} />} />}
          action={t('Rotate token')}
          pending={rotate.isPending}
          disabled={(tick && !ticked) || (snapshot !== null && !mayRotateAgain(snapshot))}
          error={snapshot || needsPasskey ? null : rotate.error}
          onConfirm={() => send(token)}
          onClose={close}
        >
          <DialogContentText>
            {t(
              'You get a new secret, and the old one stops working now. Permissions, entities and the end date stay: {{left}} left, until {{end}}.',
              { left: duration(end - now), end: instant(end) },
            )}
          </DialogContentText>
          {rotate.isPending && triedToLeave && <Pending />}
          {snapshot && rotate.error && rotate.context && !rotate.isPending && (
            <RotateOutcomeNotice
              snapshot={snapshot}
              error={rotate.error}
              entryId={rotate.context.entryId}
              open={open}
            />
          )}
          {needsPasskey && !rotate.isPending && (
            <Alert severity="error">
              <PasskeyAsked />
            </Alert>
          )}
          <RotatedQueues token={token} />
          <StopsNow token={token} tick={tick} ticked={ticked} onTick={setTicked} />
        </Confirmation>
      )}
    </MuiDialog>
  )
}

/** The bindings that a rotated token must keep. */
const living = (token: Token) =>
  token.allowed_scopes.flatMap(({ type, uuid }) => (uuid === null ? [] : [{ type, uuid }]))
