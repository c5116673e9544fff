import AlertTitle from '@mui/material/AlertTitle'
import { useMutation } from '@tanstack/react-query'
import { Alert } from '../../ui/Alert.tsx'
import { ErrorText } from '../../ui/ErrorText.tsx'
import { handFocusOn, takeFocus } from '../../ui/focus.ts'
import { Trans, t } from '../../ui/i18n.tsx'
import { SteadyButton } from '../../ui/SteadyButton.tsx'
import { useSend } from '../../ui/useSend.ts'
import { revokeToken } from '../revoke.ts'
import type { Difference } from './differences.ts'
import { differenceText } from './differenceText.ts'

interface Props {
  uuid: string
  /** At least one. */
  differences: readonly Difference[]
  /** An alert where it appears after a click. Elsewhere, it is read with the dialog that it belongs to. */
  role: 'alert' | 'note'
}

/** Waldur kept something else than was requested. What may do more than it should is an error. */
export function KeptOtherwise({ uuid, differences, role }: Props) {
  const revoke = useMutation(revokeToken)
  const { send } = useSend(revoke)
  if (revoke.isSuccess) {
    const text = t('Token revoked. Its secret no longer works.')
    return (
      // The pressed button is gone.
      <Alert role="note" aria-label={text} severity="success" tabIndex={-1} ref={takeFocus} sx={{ outline: 'none' }}>
        {text}
      </Alert>
    )
  }
  const isWider = differences.some((difference) => difference.isWider)
  return (
    <Alert
      role={role}
      severity={isWider ? 'error' : 'warning'}
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
      <AlertTitle>
        {isWider ? t('Waldur didn’t apply all your limits') : t('Waldur didn’t keep everything you asked for')}
      </AlertTitle>
      <Trans text={differences.map(differenceText).join(' ')} /> {t('Revoke it unless that’s what you want.')}{' '}
      {revoke.error && (
        <span role="alert">
          <ErrorText error={revoke.error} />
        </span>
      )}
    </Alert>
  )
}
