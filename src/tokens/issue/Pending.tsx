import { Alert } from '../../ui/Alert.tsx'
import { AlertPlace } from '../../ui/AlertPlace.tsx'
import { t } from '../../ui/i18n.tsx'

/** For a user who tried to leave while the secret is pending. */
export const Pending = ({ when }: { when: boolean }) => (
  <AlertPlace>
    {when && (
      <Alert role="none" severity="info">
        {t('The secret is on its way. If you leave now, you’ll lose it.')}
      </Alert>
    )}
  </AlertPlace>
)
