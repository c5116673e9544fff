import AlertTitle from '@mui/material/AlertTitle'
import { useMutation } from '@tanstack/react-query'
import { Alert } from '../../ui/Alert.tsx'
import { AlertPlace } from '../../ui/AlertPlace.tsx'
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
  differences: readonly Difference[]
  /** It appears after a click. Elsewhere, it is read with the dialog that it belongs to. */
  isNews?: boolean
}

/** Waldur kept something else than was requested. What may do more than it should is an error. */
export function KeptOtherwise({ uuid, differences, isNews }: Props) {
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
  const box = differences.length > 0 && (
    <Alert
      role={isNews ? 'none' : 'note'}
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
      <Trans text={differences.map(differenceText).join(' ')} /> {t('Revoke it unless that’s what you want.')}
      <div role="alert">{revoke.error && <ErrorText error={revoke.error} />}</div>
    </Alert>
  )
  return isNews ? <AlertPlace>{box}</AlertPlace> : box
}
