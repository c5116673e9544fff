import Typography from '@mui/material/Typography'
import { useWatch } from 'react-hook-form'
import { Alert } from '../../ui/Alert.tsx'
import { t } from '../../ui/i18n.tsx'
import { useHasPlaces } from '../access/useHasPlaces.ts'
import { NetworksPicker } from '../networks/NetworksPicker.tsx'
import { useKnowsNetworks } from '../networks/useKnowsNetworks.ts'
import { FormSection } from './FormSection.tsx'
import type { TokenForm } from './form.ts'
import { missingText } from './missingWords.ts'

/** From which addresses a new token may be used. */
export function NetworksSection({ form }: { form: TokenForm }) {
  const isKnownWithout = useKnowsNetworks() === false
  const hasPlaces = useHasPlaces()
  const source = useWatch({ control: form.control, name: 'source' })
  if (isKnownWithout && source === 'anywhere') {
    // If Waldur has no places either, their section says both.
    if (!hasPlaces) return null
    return (
      <FormSection title={t('Allowed IP addresses')}>
        <Typography variant="body2">{missingText({ places: true, networks: false })}</Typography>
      </FormSection>
    )
  }
  // Values entered before that was known stay visible; the response is compared with what was sent.
  return (
    <FormSection title={t('Allowed IP addresses')}>
      <NetworksPicker form={form} />
      {isKnownWithout && (
        <Alert role="note" severity="warning" sx={{ mt: 1.5 }}>
          {t('This Waldur server can’t limit tokens to IP addresses and will leave these out.')}
        </Alert>
      )}
    </FormSection>
  )
}
