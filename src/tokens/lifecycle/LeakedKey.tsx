import Button from '@mui/material/Button'
import { useState } from 'react'
import { SignOutDialog } from '../../auth/SignOutDialog.tsx'
import { Alert } from '../../ui/Alert.tsx'
import { t } from '../../ui/i18n.tsx'
import { useKeyExposure } from '../apiKey/keyExposure.ts'

interface Props {
  /** Whether a leaked token may still be in use. */
  stillWorks: boolean
  /** Whether a report is on the page, which signing out would remove. */
  hasReport: boolean
}

/**
 * A leaked token may have fetched its owner's sign-in key, too, unless a test found that Waldur does not give it out.
 */
export function LeakedKey({ stillWorks, hasReport }: Props) {
  const [asking, setAsking] = useState(false)
  if (useKeyExposure() === 'hidden') return null
  return (
    <Alert role="note" severity="warning">
      {t('A leaked token may also have revealed your sign-in key. Sign out everywhere to end that too.')}
      <div>
        <Button color="inherit" variant="outlined" size="small" sx={{ mt: 1 }} onClick={() => setAsking(true)}>
          {t('Sign out everywhere')}
        </Button>
      </div>
      {asking && (
        <SignOutDialog everywhere onClose={() => setAsking(false)}>
          {stillWorks && (
            <Alert role="note" severity="warning">
              {t('Revoke the leaked tokens first. Until they’re revoked, they can get your next sign-in key too.')}
            </Alert>
          )}
          {hasReport && (
            <Alert role="note" severity="info">
              {t('This page’s report is gone once you sign out. Save it first if you need it.')}
            </Alert>
          )}
        </SignOutDialog>
      )}
    </Alert>
  )
}
