import DialogContentText from '@mui/material/DialogContentText'
import { useMutation } from '@tanstack/react-query'
import { announce } from '../../ui/announce.tsx'
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx'
import { useSend } from '../../ui/useSend.ts'
import { t, Words } from '../../ui/words.tsx'
import { revokeToken } from '../queries.ts'
import { revokeDoubt } from './revokeReport.ts'

/** The end of a token that cannot be read: it takes no more than its uuid. */
export function RevokeUnreadDialog({ uuid, onClose }: { uuid: string; onClose: () => void }) {
  const revoke = useMutation(revokeToken)
  const { send, isSending } = useSend(revoke)
  return (
    <ConfirmDialog
      title={<Words text={t('Revoke [[name]]')} name={<span style={{ overflowWrap: 'anywhere' }}>{uuid}</span>} />}
      action={t('Revoke token')}
      danger
      pending={revoke.isPending}
      error={revoke.error}
      doubt={revoke.error ? revokeDoubt(revoke.error) : undefined}
      onConfirm={() =>
        send(uuid, {
          onSuccess: (outcome) => {
            announce(
              outcome === 'revoked'
                ? t('Revoked {{name}}', { name: uuid })
                : t('{{name}} was already revoked', { name: uuid }),
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
        {t('Anything that still uses this token stops working now. This can’t be undone.')}
      </DialogContentText>
    </ConfirmDialog>
  )
}
