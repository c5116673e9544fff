import { useMutation } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { ErrorText } from '../../ui/ErrorText.tsx'
import { Trans, t } from '../../ui/i18n.tsx'
import { Name } from '../../ui/Name.tsx'
import { nameText } from '../../ui/names.ts'
import { useNow } from '../../ui/now.ts'
import { useCountedTokens } from '../limits/limits.ts'
import { revokeToken } from '../revoke.ts'
import { tokenState } from '../state/expiry.ts'
import type { Fix } from './Note.tsx'

/**
 * How to get below the limit of tokens: an expired one that Waldur still counts can be revoked at once, because nothing
 * uses it anymore. Nothing to offer until the list is loaded.
 * @param onRoom called once there is room for another
 */
export function useMakeRoom(onRoom: () => void): { text: ReactNode; fix: Fix | undefined } {
  const now = useNow()
  const revoking = useMutation(revokeToken)
  const expired = (useCountedTokens() ?? []).find((token) => tokenState(token, now) === 'expired')
  if (revoking.error) return { text: <ErrorText error={revoking.error} />, fix: undefined }
  if (!expired) return { text: t('Revoke a token you no longer need.'), fix: undefined }
  return {
    text: <Trans text={t('[[name]] has expired but still counts.')} name={<Name of={expired.name} strong />} />,
    fix: {
      text: t('Revoke [[name]]', { name: nameText(expired.name) }),
      apply: () => {
        if (!revoking.isPending) revoking.mutate(expired.uuid, { onSuccess: onRoom })
      },
    },
  }
}
