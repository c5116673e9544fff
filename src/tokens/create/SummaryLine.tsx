import Box from '@mui/material/Box'
import Typography from '@mui/material/Typography'
import { useWatch } from 'react-hook-form'
import { useNow } from '../../ui/now.ts'
import { instant } from '../../ui/time.ts'
import { KeyKnown } from '../apiKey/KeyKnown.tsx'
import { endOf } from '../limits/lifetime.ts'
import { useMaxDays } from '../limits/limits.ts'
import { readableNetworks } from '../networks/fields.ts'
import { TokenSummary } from '../summary/TokenSummary.tsx'
import type { TokenForm } from './form.ts'
import { usePlan } from './usePlan.ts'

/** Says what the token will be able to do. */
export function SummaryLine({ control }: { control: TokenForm['control'] }) {
  const [name, source, networks, lifetime, until] = useWatch({
    control,
    name: ['name', 'source', 'networks', 'lifetime', 'until'],
  })
  const { scopes, isLimited, places, holder } = usePlan(control)
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
      <KeyKnown dense />
    </Box>
  )
}
