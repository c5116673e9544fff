import Box from '@mui/material/Box'
import Typography from '@mui/material/Typography'
import type { Control } from 'react-hook-form'
import { useWatch } from 'react-hook-form'
import { useNow } from '../../ui/now.ts'
import { instant } from '../../ui/time.ts'
import { t, Words } from '../../ui/words.tsx'
import { readableNetworks } from '../networks/fields.ts'
import { useKnowsNetworks } from '../networks/useKnowsNetworks.ts'
import { usePermissionWords } from '../permissions.ts'
import { endOf } from '../rules/lifetime.ts'
import { summary } from '../rules/summary.ts'
import type { NewToken } from '../schema.ts'
import type { TokenFormValues } from './form.ts'
import { useMaxDays } from './maxDays.ts'

/** Says back what was entered, before the button. */
export function SummaryLine({ control }: { control: Control<TokenFormValues, unknown, NewToken> }) {
  const [name, scopes, reach, bindings, source, networks, lifetime, until] = useWatch({
    control,
    name: ['name', 'scopes', 'reach', 'bindings', 'source', 'networks', 'lifetime', 'until'],
  })
  const knowsNetworks = useKnowsNetworks()
  const words = usePermissionWords()
  const end = endOf(lifetime, until, useNow(), useMaxDays())
  const complete = bindings.flatMap(({ type, entity }) => (entity ? [{ type, name: entity.name }] : []))
  const { text, parts } = summary(
    {
      name,
      scopes,
      entities: reach === 'bound' ? complete : null,
      networks: source === 'only' ? readableNetworks({ networks }).length : null,
      end: Number.isNaN(end) ? null : instant(end),
    },
    (scope) => words(scope).label,
  )
  return (
    <Box sx={{ overflowWrap: 'anywhere' }}>
      <Typography variant="body2" sx={{ color: scopes.length === 0 ? 'text.secondary' : 'text.primary' }}>
        <Words
          text={text}
          name={<bdi style={{ fontWeight: 600 }}>{parts.name}</bdi>}
          permissions={<bdi>{parts.permissions}</bdi>}
          entities={<bdi>{parts.entities}</bdi>}
          end={<bdi>{parts.end}</bdi>}
        />
      </Typography>
      <Typography variant="body2" sx={{ color: 'text.secondary', fontSize: '0.8125rem', mt: 0.5 }}>
        {knowsNetworks === false
          ? t('A token cannot be changed later: to change it, create another one.')
          : t('Only its addresses can be changed later: to change anything else, create another one.')}
      </Typography>
    </Box>
  )
}
