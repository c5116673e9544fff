import Alert from '@mui/material/Alert'
import AlertTitle from '@mui/material/AlertTitle'
import { useSelector } from '@tanstack/react-store'
import { useState } from 'react'
import { t } from '../ui/i18n.tsx'
import { secretsFoundAtom } from './cleanAddress.ts'

/** Warns on every page that the address contained a secret, until it is closed. */
export function AddressNotice() {
  const found = useSelector(secretsFoundAtom)
  const [dismissed, setDismissed] = useState(0)
  if (found === dismissed) return null
  return (
    <Alert severity="warning" onClose={() => setDismissed(found)} closeText={t('Dismiss')}>
      <AlertTitle>{t('There was a secret in the address of this page')}</AlertTitle>
      {t(
        'It was taken out and not used. Addresses stay in histories and logs and are passed on, so somebody may have read it: rotate or revoke that token; if it was a password or a session’s token, change the password or sign out.',
      )}
    </Alert>
  )
}
