import Box from '@mui/material/Box'
import { useId, useState } from 'react'
import { asksForPasskey } from '../../api/errors.ts'
import { isRotateUnknown } from '../../api/outcome.ts'
import { instantMs } from '../../api/wire.ts'
import { Confirmation } from '../../ui/ConfirmDialog.tsx'
import { Consequence, Consequences } from '../../ui/Consequences.tsx'
import { Trans, t } from '../../ui/i18n.tsx'
import { LinkButton } from '../../ui/LinkButton.tsx'
import { Name } from '../../ui/Name.tsx'
import { useNow } from '../../ui/now.ts'
import { duration, instant } from '../../ui/time.ts'
import type { OpenDialog } from '../dialog.ts'
import { IssueDialog } from '../issue/IssueDialog.tsx'
import { LOST_ID } from '../issue/LostResponse.tsx'
import { rotateToken } from '../issue/mutations.ts'
import { PasskeyAsked } from '../issue/PasskeyAsked.tsx'
import { Pending } from '../issue/Pending.tsx'
import { useIssue } from '../issue/useIssue.ts'
import { RotatedQueues } from '../queues/QueuesNote.tsx'
import type { Token } from '../schema.ts'
import { needsConfirmation } from './needsConfirmation.ts'
import { Proof } from './Proof.tsx'
import { isRotateOver, mayRotateAgain, RotateOutcomeNotice } from './RotateOutcomeNotice.tsx'
import { UnderstandStop } from './UnderstandStop.tsx'

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
  const [isConfirmed, setConfirmed] = useState(false)
  const mustConfirm = needsConfirmation(token, now)
  const end = instantMs(token.expires_at)
  const name = <Name of={token.name} />
  // What it says of the old token is no longer true.
  const isOver = lost !== null && isRotateOver(lost.snapshot)
  return (
    <IssueDialog issued={issued} titleId={id} width={480} onClose={close} onDone={({ uuid }) => onDone(uuid)}>
      <Confirmation
        titleId={id}
        title={<Trans text={t('Rotate [[name]]')} name={name} />}
        action={isOver ? null : t('Rotate token')}
        pending={isPending}
        disabled={mustConfirm && !isConfirmed}
        offFor={lost !== null && !mayRotateAgain(lost.snapshot) && LOST_ID}
        error={lost ? null : error}
        explained={asksForPasskey(error) && <PasskeyAsked />}
        onConfirm={() => send(token)}
        onClose={close}
      >
        {!isOver && (
          <Consequences>
            <Consequence mark="gain">{t('You’ll get a new secret')}</Consequence>
            <Consequence mark="end">{t('The old secret stops working immediately')}</Consequence>
            <Consequence
              mark="same"
              more={t('{{left}} left, until {{end}}', { left: duration(end - now), end: instant(end) })}
            >
              {t('Permissions, places and expiration stay the same')}
            </Consequence>
          </Consequences>
        )}
        <Pending when={triedToLeave} />
        {lost && <RotateOutcomeNotice {...lost} open={open} />}
        {!isOver && (
          <>
            <RotatedQueues token={token} />
            <Proof token={token} />
            {mustConfirm && (
              <UnderstandStop
                label={<Trans text={t('I understand that anything using [[name]] will stop working')} name={name} />}
                checked={isConfirmed}
                onChange={setConfirmed}
              />
            )}
            <Box sx={{ fontSize: '0.8125rem', color: 'text.secondary' }}>
              {t('Should both secrets work for a while?')}{' '}
              <LinkButton aria-disabled={isPending} onClick={() => !isPending && open({ kind: 'replace', token })}>
                {t('Replace instead')}
              </LinkButton>
            </Box>
          </>
        )}
      </Confirmation>
    </IssueDialog>
  )
}
