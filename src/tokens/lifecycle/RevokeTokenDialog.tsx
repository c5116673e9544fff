import { useState } from 'react'
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx'
import { Consequence, Consequences } from '../../ui/Consequences.tsx'
import { Trans, t } from '../../ui/i18n.tsx'
import { Name } from '../../ui/Name.tsx'
import { useNow } from '../../ui/now.ts'
import { useHolder } from '../access/useHolder.ts'
import { RevokedQueues } from '../queues/QueuesNote.tsx'
import type { Token } from '../schema.ts'
import { tokenState } from '../state/expiry.ts'
import { summaryInputOf, TokenSummary } from '../summary/TokenSummary.tsx'
import { needsConfirmation } from './needsConfirmation.ts'
import { Proof } from './Proof.tsx'
import { UnderstandStop } from './UnderstandStop.tsx'
import { useRevocation } from './useRevocation.ts'

/** Revokes a token for good. */
export function RevokeTokenDialog({ token, onClose }: { token: Token; onClose: () => void }) {
  const now = useNow()
  const revocation = useRevocation(token.uuid, token.name, onClose)
  const { holder } = useHolder()
  const [isConfirmed, setConfirmed] = useState(false)
  const expired = tokenState(token, now) === 'expired'
  const name = <Name of={token.name} />
  const mustConfirm = !expired && needsConfirmation(token, now)
  return (
    <ConfirmDialog
      {...revocation}
      title={<Trans text={t('Revoke [[name]]')} name={name} />}
      action={t('Revoke token')}
      danger
      disabled={mustConfirm && !isConfirmed}
    >
      <Consequences>
        {expired ? (
          <Consequence mark="note">
            {t('This token has expired and no longer works. Revoke it to make room for another.')}
          </Consequence>
        ) : (
          <>
            <Consequence mark="end" more={<TokenSummary of={summaryInputOf(token, holder)} tense="stops" />}>
              {t('Anything using this token stops working immediately')}
            </Consequence>
            <Consequence mark="final" more={t('The token stays in your list.')}>
              {t('You can’t undo this')}
            </Consequence>
          </>
        )}
      </Consequences>
      {!expired && <RevokedQueues tokens={[token]} />}
      {!expired && <Proof token={token} />}
      {mustConfirm && (
        <UnderstandStop
          label={<Trans text={t('I understand that anything using [[name]] will stop working')} name={name} />}
          checked={isConfirmed}
          onChange={setConfirmed}
        />
      )}
    </ConfirmDialog>
  )
}
