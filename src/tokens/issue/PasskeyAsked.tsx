import AlertTitle from '@mui/material/AlertTitle'
import { t } from '../../ui/words.tsx'

/** In an alert, after a create or a rotation for which Waldur wants a passkey. A session shared with HomePort is followed. */
export const PasskeyAsked = () => (
  <>
    <AlertTitle>{t('Waldur asks for your passkey')}</AlertTitle>
    {t('Sign in to HomePort with your passkey, then come back and try again.')}{' '}
    {t('You can still edit IP addresses and revoke.')}
  </>
)
