import Box from '@mui/material/Box'
import Typography from '@mui/material/Typography'
import { useWatch } from 'react-hook-form'
import { t } from '../../ui/i18n.tsx'
import { useNow } from '../../ui/now.ts'
import { instant } from '../../ui/time.ts'
import { KeyKnown } from '../apiKey/KeyKnown.tsx'
import { endOf } from '../limits/lifetime.ts'
import { useMaxDays } from '../limits/limits.ts'
import { readableNetworks } from '../networks/fields.ts'
import { useKnowsNetworks } from '../networks/useKnowsNetworks.ts'
import { TokenSummary } from '../summary/TokenSummary.tsx'
import type { TokenForm } from './form.ts'
import { TokenCount } from './TokenLimit.tsx'
import { usePlan } from './usePlan.ts'

/** Repeats what was entered, before the button. */
export function SummaryLine({ control }: { control: TokenForm['control'] }) {
  const [name, source, networks, lifetime, until] = useWatch({
    control,
    name: ['name', 'source', 'networks', 'lifetime', 'until'],
  })
  const { scopes, isLimited, places, holder } = usePlan(control)
  const knowsNetworks = useKnowsNetworks()
  const end = endOf(lifetime, until, useNow(), useMaxDays())
  const input = {
    name,
    scopes,
    places: isLimited ? (places ?? []) : null,
    holder,
    networks: source === 'only' ? readableNetworks({ networks }).length : null,
    end: Number.isNaN(end) ? null : instant(end),
  }
  return (
    <Box sx={{ overflowWrap: 'anywhere' }}>
      <Typography variant="body2" sx={{ color: scopes.length === 0 ? 'text.secondary' : 'text.primary' }}>
        <TokenSummary of={input} tense="will" />
      </Typography>
      <Typography variant="body2" sx={{ color: 'text.secondary', fontSize: '0.8125rem', mt: 0.5 }}>
        {knowsNetworks === false
          ? t('A token cannot be changed later: to change it, create another one.')
          : t('Only its addresses can be changed later: to change anything else, create another one.')}{' '}
        <TokenCount />
      </Typography>
      <KeyKnown dense />
    </Box>
  )
}
