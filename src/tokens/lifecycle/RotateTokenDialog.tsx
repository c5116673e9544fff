import Alert from '@mui/material/Alert'
import DialogContentText from '@mui/material/DialogContentText'
import { useId, useState } from 'react'
import { asksForPasskey } from '../../api/errors.ts'
import { isRotateUnknown } from '../../api/outcome.ts'
import { instantMs } from '../../api/wire.ts'
import { Confirmation } from '../../ui/ConfirmDialog.tsx'
import { Trans, t } from '../../ui/i18n.tsx'
import { Name } from '../../ui/Name.tsx'
import { useNow } from '../../ui/now.ts'
import { duration, instant } from '../../ui/time.ts'
import type { OpenDialog } from '../dialog.ts'
import { IssueDialog } from '../issue/IssueDialog.tsx'
import { rotateToken } from '../issue/mutations.ts'
import { PasskeyAsked } from '../issue/PasskeyAsked.tsx'
import { Pending } from '../issue/Pending.tsx'
import { useIssue } from '../issue/useIssue.ts'
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
  const { send, isSending, isPending, triedToLeave, error, issued, lost } = useIssue(
    rotateToken,
    isRotateUnknown,
    token.uuid,
  )
  const close = () => {
    if (!isSending()) onClose()
  }
  const needsPasskey = asksForPasskey(error)
  const [isConfirmed, setConfirmed] = useState(false)
  const mustConfirm = needsConfirmation(token, now)
  const end = instantMs(token.expires_at)
  return (
    <IssueDialog issued={issued} titleId={id} onClose={close} onDone={({ uuid }) => onDone(uuid)}>
      <Confirmation
        titleId={id}
        title={<Trans text={t('Rotate [[name]]')} name={<Name of={token.name} />} />}
        action={t('Rotate token')}
        pending={isPending}
        disabled={(mustConfirm && !isConfirmed) || (lost !== null && !mayRotateAgain(lost.snapshot))}
        error={lost || needsPasskey ? null : error}
        onConfirm={() => send(token)}
        onClose={close}
      >
        <DialogContentText>
          {t(
            'You’ll get a new secret, and the old one stops working immediately. Permissions, places and expiration stay the same: {{left}} left, until {{end}}.',
            { left: duration(end - now), end: instant(end) },
          )}
        </DialogContentText>
        {triedToLeave && <Pending />}
        {lost && <RotateOutcomeNotice {...lost} open={open} />}
        {needsPasskey && (
          <Alert severity="error">
            <PasskeyAsked />
          </Alert>
        )}
        <RotatedQueues token={token} />
        <StopsNow token={token} mustConfirm={mustConfirm} isConfirmed={isConfirmed} onConfirm={setConfirmed} />
      </Confirmation>
    </IssueDialog>
  )
}
