import Alert from '@mui/material/Alert'
import AlertTitle from '@mui/material/AlertTitle'
import Button from '@mui/material/Button'
import { useMutation } from '@tanstack/react-query'
import { ErrorText } from '../../ui/ErrorText.tsx'
import { useSend } from '../../ui/useSend.ts'
import { When } from '../../ui/When.tsx'
import { t, Words } from '../../ui/words.tsx'
import { revokeToken } from '../revoke.ts'
import type { IssuedToken, Token } from '../schema.ts'
import type { Before } from './reconcile.ts'
import { twinsOf } from './reconcile.ts'
import { useNoteLost } from './useJournal.ts'
import { useEvidence } from './useSnapshot.ts'

/** Says when there are more new tokens of this name than the one on screen: the server may have done it twice. */
export function Twins({ issued, before, entryId }: { issued: IssuedToken; before: Before; entryId: string }) {
  const look = useEvidence(before, issued.name)
  const twins = look ? twinsOf(issued.uuid, look) : []
  useNoteLost(entryId, twins)
  return twins.map((twin) => <Twin key={twin.uuid} token={twin} />)
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
      <Words
        text={t(
          'It was created [[when]]. A connection that breaks can make a browser send a request twice. The secret here belongs to the other token.',
        )}
        when={<When at={token.created} />}
      />{' '}
      {revoke.error && <ErrorText error={revoke.error} />}
    </Alert>
  )
}
