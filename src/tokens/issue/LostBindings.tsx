import Alert from '@mui/material/Alert'
import AlertTitle from '@mui/material/AlertTitle'
import Button from '@mui/material/Button'
import { useMutation } from '@tanstack/react-query'
import { ErrorText } from '../../ui/ErrorText.tsx'
import { useSend } from '../../ui/useSend.ts'
import { t } from '../../ui/words.tsx'
import { revokeToken } from '../queries.ts'

/** The server issued the token without (all of) the entities it should be restricted to. */
export function LostBindings({ uuid, none }: { uuid: string; none: boolean }) {
  const revoke = useMutation(revokeToken)
  const { send } = useSend(revoke)
  if (revoke.isSuccess)
    return <Alert severity="success">{t('This token is revoked. Its secret is worthless now.')}</Alert>
  return (
    <Alert
      severity="error"
      action={
        <Button color="inherit" size="small" loading={revoke.isPending} onClick={() => send(uuid)}>
          {t('Revoke this token')}
        </Button>
      }
    >
      <AlertTitle>{t('Waldur did not keep your restriction')}</AlertTitle>
      {none
        ? t('It issued a token that works everywhere your permissions reach. Revoke it unless that is what you want.')
        : t('It left out some of the entities that you chose. Revoke it unless that is what you want.')}{' '}
      {revoke.error && <ErrorText error={revoke.error} />}
    </Alert>
  )
}
