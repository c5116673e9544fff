import { Alert } from '../../ui/Alert.tsx'
import { t } from '../../ui/i18n.tsx'

/** Shown to a user who tries to leave while the secret is pending. */
export function Pending() {
  return (
    <Alert role="alert" severity="info" sx={{ mt: 1.5 }}>
      {t('The secret is on its way. If you leave now, you’ll lose it.')}
    </Alert>
  )
}
