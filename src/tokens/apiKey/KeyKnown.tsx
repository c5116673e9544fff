import { Alert } from '../../ui/Alert.tsx'
import { t } from '../../ui/i18n.tsx'
import { useKeyExposure } from './keyExposure.ts'

/** The result of the last test of this Waldur server, for where tokens are created and shown. */
export function KeyKnown() {
  if (useKeyExposure() !== 'exposed') return null
  return (
    <Alert role="note" severity="warning">
      {t('This Waldur server gives tokens your sign-in key. Guard their secrets like your password.')}
    </Alert>
  )
}
