import AlertTitle from '@mui/material/AlertTitle'
import { useMutation } from '@tanstack/react-query'
import { Alert } from '../../ui/Alert.tsx'
import { AlertPlace } from '../../ui/AlertPlace.tsx'
import { ErrorText } from '../../ui/ErrorText.tsx'
import { handFocusOn } from '../../ui/focus.ts'
import { Trans, t } from '../../ui/i18n.tsx'
import { SteadyButton } from '../../ui/SteadyButton.tsx'
import { useSend } from '../../ui/useSend.ts'
import { When } from '../../ui/When.tsx'
import { revokeToken } from '../revoke.ts'
import type { IssuedToken, Token } from '../schema.ts'
import type { Before } from './reconcile.ts'
import { duplicatesOf } from './reconcile.ts'
import { useNoteLost } from './useJournal.ts'
import { useSnapshot } from './useSnapshot.ts'

/** Warns about further new tokens with this name: the server may have handled the request twice. */
export function Duplicates({ issued, before, entryId }: { issued: IssuedToken; before: Before; entryId: string }) {
  const snapshot = useSnapshot(before, issued.name)
  const duplicates = snapshot ? duplicatesOf(issued.uuid, snapshot) : []
  useNoteLost(entryId, duplicates)
  return (
    <AlertPlace>
      {duplicates.length > 0 && duplicates.map((duplicate) => <Duplicate key={duplicate.uuid} token={duplicate} />)}
    </AlertPlace>
  )
}

function Duplicate({ token }: { token: Token }) {
  const revoke = useMutation(revokeToken)
  const { send } = useSend(revoke)
  return (
    <Alert
      role="none"
      severity="warning"
      sx={{ '& + &': { mt: 1.5 } }}
      action={
        <SteadyButton
          ref={handFocusOn}
          color="inherit"
          size="small"
          isWaiting={revoke.isPending}
          onClick={() => send(token.uuid)}
        >
          {t('Revoke extra token')}
        </SteadyButton>
      }
    >
      <AlertTitle>{t('There’s a second new token with this name')}</AlertTitle>
      <Trans
        text={t(
          'It was created [[when]]. If a connection drops, a browser may send a request twice. The secret shown here belongs to the other token.',
        )}
        // Not “2 minutes ago”, which would be announced each minute.
        when={<When at={token.created} as="instant" />}
      />{' '}
      {revoke.error && <ErrorText error={revoke.error} />}
    </Alert>
  )
}
