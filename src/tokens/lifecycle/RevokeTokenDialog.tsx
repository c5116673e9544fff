import DialogContentText from '@mui/material/DialogContentText'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { announce } from '../../ui/announce.tsx'
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx'
import { Name } from '../../ui/Name.tsx'
import { nameText } from '../../ui/names.ts'
import { useNow } from '../../ui/now.ts'
import { useSend } from '../../ui/useSend.ts'
import { t, Words } from '../../ui/words.tsx'
import { revokeToken } from '../queries.ts'
import { RevokedQueues } from '../queues/QueuesNote.tsx'
import { tokenState } from '../rules/expiry.ts'
import { needsTick } from '../rules/friction.ts'
import { planOf, Sentence } from '../Sentence.tsx'
import type { Token } from '../schema.ts'
import { useHolder } from '../useHolder.ts'
import { revokeDoubt } from './revokeReport.ts'
import { StopsNow } from './StopsNow.tsx'

/** The end of a token, for good. */
export function RevokeTokenDialog({ token, onClose }: { token: Token; onClose: () => void }) {
  const now = useNow()
  const revoke = useMutation(revokeToken)
  const { send, isSending } = useSend(revoke)
  const { holder } = useHolder()
  const [ticked, setTicked] = useState(false)
  const expired = tokenState(token, now) === 'expired'
  const tick = !expired && needsTick(token, now)
  return (
    <ConfirmDialog
      title={<Words text={t('Revoke [[name]]')} name={<Name of={token.name} />} />}
      action={t('Revoke token')}
      danger
      pending={revoke.isPending}
      disabled={tick && !ticked}
      error={revoke.error}
      doubt={revoke.error ? revokeDoubt(revoke.error) : undefined}
      onConfirm={() =>
        send(token.uuid, {
          onSuccess: (outcome) => {
            const name = nameText(token.name)
            announce(
              outcome === 'revoked' ? t('Revoked {{name}}', { name }) : t('{{name}} was already revoked', { name }),
            )
            onClose()
          },
        })
      }
      onClose={() => {
        if (!isSending()) onClose()
      }}
    >
      <DialogContentText>
        {expired
          ? t('It has expired and does nothing any more. Revoking it frees its place among your active tokens.')
          : t(
              'Everything that uses this token stops working now. This cannot be undone; the token stays in your list.',
            )}
      </DialogContentText>
      {!expired && (
        <DialogContentText sx={{ overflowWrap: 'anywhere' }}>
          <Sentence plan={planOf(token, holder)} tense="stops" />
        </DialogContentText>
      )}
      {!expired && <RevokedQueues tokens={[token]} />}
      {!expired && <StopsNow token={token} tick={tick} ticked={ticked} onTick={setTicked} />}
    </ConfirmDialog>
  )
}
