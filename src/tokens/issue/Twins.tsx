import Alert from '@mui/material/Alert'
import AlertTitle from '@mui/material/AlertTitle'
import Button from '@mui/material/Button'
import { useMutation } from '@tanstack/react-query'
import { errorText } from '../../ui/errorText.ts'
import { useSend } from '../../ui/useSend.ts'
import { t } from '../../ui/words.tsx'
import { revokeToken } from '../queries.ts'
import type { IssuedToken, Token } from '../schema.ts'
import type { Before } from './reconcile.ts'
import { twinsOf } from './reconcile.ts'
import { useEvidence } from './useEvidence.ts'

/** Says when the server recorded the request more than once: the other tokens live, and nobody knows their secrets. */
export function Twins({ issued, before }: { issued: IssuedToken; before: Before }) {
  const look = useEvidence(before, issued.name)
  return look && twinsOf(issued.uuid, look).map((twin) => <Twin key={twin.uuid} token={twin} />)
}

function Twin({ token }: { token: Token }) {
  const revoke = useMutation(revokeToken)
  const { send } = useSend(revoke)
  return (
    <Alert
      severity="warning"
      action={
        <Button color="inherit" size="small" loading={revoke.isPending} onClick={() => send(token.uuid)}>
          {t('Revoke the extra token')}
        </Button>
      }
    >
      <AlertTitle>{t('There is a second new token with this name')}</AlertTitle>
      {t(
        'The server recorded the request twice. The secret here belongs to the other one; nobody has seen this one’s.',
      )}{' '}
      {revoke.error && errorText(revoke.error)}
    </Alert>
  )
}
