import AlertTitle from '@mui/material/AlertTitle'
import { t } from '../../ui/words.tsx'

/** In an alert, when Waldur asks for a passkey to create or rotate. A session shared with HomePort follows it. */
export const PasskeyAsked = () => (
  <>
    <AlertTitle>{t('Waldur asks for your passkey')}</AlertTitle>
    {t('Sign in to HomePort with your passkey, then come back and try again.')}{' '}
    {t('You can still edit IP addresses and revoke.')}
  </>
)
