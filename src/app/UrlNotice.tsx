import AlertTitle from '@mui/material/AlertTitle'
import { useState } from 'react'
import { Alert } from '../ui/Alert.tsx'
import { t } from '../ui/i18n.tsx'
import { useAtom } from '../ui/useAtom.ts'
import { secretsFoundAtom } from './cleanUrl.ts'

/** Warns on every page that the URL contained a secret, until it is closed. */
export function UrlNotice() {
  const found = useAtom(secretsFoundAtom)
  const [dismissed, setDismissed] = useState(0)
  if (found === dismissed) return null
  return (
    <Alert role="alert" severity="warning" onClose={() => setDismissed(found)} closeText={t('Dismiss')}>
      <AlertTitle>{t('This page’s URL contained a secret')}</AlertTitle>
      {t(
        'It was removed and not used, but URLs stay in histories and logs, so someone may have seen it. Rotate or revoke a token, change a password, or sign out to end a session.',
      )}
    </Alert>
  )
}
