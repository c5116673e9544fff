import DialogContentText from '@mui/material/DialogContentText'
import { useState } from 'react'
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx'
import { Trans, t } from '../../ui/i18n.tsx'
import { Name } from '../../ui/Name.tsx'
import { useNow } from '../../ui/now.ts'
import { useHolder } from '../access/useHolder.ts'
import { RevokedQueues } from '../queues/QueuesNote.tsx'
import type { Token } from '../schema.ts'
import { tokenState } from '../state/expiry.ts'
import { summaryInputOf, TokenSummary } from '../summary/TokenSummary.tsx'
import { needsConfirmation } from './needsConfirmation.ts'
import { StopsNow } from './StopsNow.tsx'
import { useRevocation } from './useRevocation.ts'

/** Revokes a token for good. */
export function RevokeTokenDialog({ token, onClose }: { token: Token; onClose: () => void }) {
  const now = useNow()
  const revocation = useRevocation(token.uuid, token.name, onClose)
  const { holder } = useHolder()
  const [isConfirmed, setConfirmed] = useState(false)
  const expired = tokenState(token, now) === 'expired'
  const mustConfirm = !expired && needsConfirmation(token, now)
  return (
    <ConfirmDialog
      {...revocation}
      title={<Trans text={t('Revoke [[name]]')} name={<Name of={token.name} />} />}
      action={t('Revoke token')}
      danger
      disabled={mustConfirm && !isConfirmed}
    >
      <DialogContentText>
        {expired
          ? t('This token has expired and no longer works. Revoke it to make room for another.')
          : t(
              'Anything using this token stops working immediately. You can’t undo this. The token stays in your list.',
            )}
      </DialogContentText>
      {!expired && (
        <DialogContentText sx={{ overflowWrap: 'anywhere' }}>
          <TokenSummary of={summaryInputOf(token, holder)} tense="stops" />
        </DialogContentText>
      )}
      {!expired && <RevokedQueues tokens={[token]} />}
      {!expired && (
        <StopsNow token={token} mustConfirm={mustConfirm} isConfirmed={isConfirmed} onConfirm={setConfirmed} />
      )}
    </ConfirmDialog>
  )
}
