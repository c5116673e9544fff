import AlertTitle from '@mui/material/AlertTitle'
import { t } from '../../ui/i18n.tsx'

/** Inside an alert, when Waldur asks for a passkey. A page that shares HomePort's sign-in picks up the new one. */
export const PasskeyAsked = () => (
  <>
    <AlertTitle>{t('Waldur asks for your passkey')}</AlertTitle>
    {t('Sign in to HomePort with your passkey, then come back and try again.')}{' '}
    {t('You can still edit IP addresses and revoke.')}
  </>
)
