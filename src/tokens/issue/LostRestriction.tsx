import Alert from '@mui/material/Alert'
import AlertTitle from '@mui/material/AlertTitle'
import { useMutation } from '@tanstack/react-query'
import { ErrorText } from '../../ui/ErrorText.tsx'
import { t } from '../../ui/i18n.tsx'
import { handFocusOn } from '../../ui/PageTitle.tsx'
import { SteadyButton } from '../../ui/SteadyButton.tsx'
import { useSend } from '../../ui/useSend.ts'
import { revokeToken } from '../revoke.ts'

interface Props {
  uuid: string
  /** What the server did instead, one sentence each. */
  losses: readonly string[]
}

/** The server issued the token without some of the entities or networks that it should be restricted to. */
export function LostRestriction({ uuid, losses }: Props) {
  const revoke = useMutation(revokeToken)
  const { send } = useSend(revoke)
  if (revoke.isSuccess) return <Alert severity="success">{t('Token revoked. Its secret no longer works.')}</Alert>
  return (
    <Alert
      severity="error"
      action={
        <SteadyButton
          ref={handFocusOn}
          color="inherit"
          size="small"
          isWaiting={revoke.isPending}
          onClick={() => send(uuid)}
        >
          {t('Revoke token')}
        </SteadyButton>
      }
    >
      <AlertTitle>{t('Waldur didn’t apply all your limits')}</AlertTitle>
      {losses.join(' ')} {t('Revoke it unless that’s what you want.')}{' '}
      {revoke.error && <ErrorText error={revoke.error} />}
    </Alert>
  )
}
