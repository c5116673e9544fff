import Alert from '@mui/material/Alert'
import type { UseFormReturn } from 'react-hook-form'
import { useWatch } from 'react-hook-form'
import { t } from '../../ui/words.tsx'
import type { TokenFormValues } from '../create/form.ts'
import { Section } from '../create/Section.tsx'
import type { NewToken } from '../schema.ts'
import { NetworksPicker } from './NetworksPicker.tsx'
import { useKnowsNetworks } from './useKnowsNetworks.ts'

/** From where a new token may be used; left out where Waldur is known not to have it. */
export function NetworksSection({ form }: { form: UseFormReturn<TokenFormValues, unknown, NewToken> }) {
  const isKnownWithout = useKnowsNetworks() === false
  const source = useWatch({ control: form.control, name: 'source' })
  // What was entered before the list came stays in sight, and what is sent is compared with what comes back.
  if (isKnownWithout && source === 'anywhere') return null
  return (
    <Section title={t('From which addresses')}>
      <NetworksPicker form={form} />
      {isKnownWithout && (
        <Alert severity="warning" sx={{ mt: 1.5 }}>
          {t('This Waldur does not restrict tokens to addresses: it will leave these out.')}
        </Alert>
      )}
    </Section>
  )
}
