import { useMutation } from '@tanstack/react-query'
import { announce } from '../../ui/announce.tsx'
import { t } from '../../ui/i18n.tsx'
import { nameText } from '../../ui/names.ts'
import { useSend } from '../../ui/useSend.ts'
import { revokeToken } from '../revoke.ts'
import { revokeDoubt } from './revokeReport.ts'

/**
 * What a ConfirmDialog needs to revoke one token. A success is announced and closes the dialog. It cannot be closed
 * while the request is pending.
 * @param name the token's name, or another way to identify it
 */
export function useRevocation(uuid: string, name: string, onClose: () => void) {
  const revoke = useMutation(revokeToken)
  const { send, isSending } = useSend(revoke)
  return {
    pending: revoke.isPending,
    error: revoke.error,
    doubt: revoke.error ? revokeDoubt(revoke.error) : undefined,
    onConfirm: () =>
      send(uuid, {
        onSuccess: (outcome) => {
          const words = { name: nameText(name) }
          announce(outcome === 'revoked' ? t('Revoked [[name]]', words) : t('[[name]] was already gone', words))
          onClose()
        },
      }),
    onClose: () => {
      if (!isSending()) onClose()
    },
  }
}
