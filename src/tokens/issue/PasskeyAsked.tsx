import AlertTitle from '@mui/material/AlertTitle'
import { isShared } from '../../api/credential.ts'
import { useSession } from '../../auth/session.ts'
import { t } from '../../ui/words.tsx'

/** In an alert, after a create or a rotation that Waldur does only in a session that began with a passkey. */
export function PasskeyAsked() {
  const shared = isShared(useSession())
  return (
    <>
      <AlertTitle>{t('Waldur asks for your passkey')}</AlertTitle>
      {shared
        ? t('Sign in to HomePort with your passkey, then reload this page.')
        : t('Sign in to HomePort with your passkey, then come back and try again.')}{' '}
      {t('You can still edit IP addresses and revoke.')}
    </>
  )
}
