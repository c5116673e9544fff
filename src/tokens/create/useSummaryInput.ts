import { useWatch } from 'react-hook-form'
import { useNow } from '../../ui/now.ts'
import { instant } from '../../ui/time.ts'
import { endOf } from '../limits/lifetime.ts'
import { useMaxDays } from '../limits/limits.ts'
import { readableNetworks } from '../networks/fields.ts'
import type { SummaryInput } from '../summary/summary.ts'
import type { TokenForm } from './form.ts'
import { usePlan } from './usePlan.ts'

/** What the form asks for, for the summary's sentence. */
export function useSummaryInput(control: TokenForm['control']): SummaryInput {
  const [name, source, networks, lifetime, until] = useWatch({
    control,
    name: ['name', 'source', 'networks', 'lifetime', 'until'],
  })
  const { scopes, isLimited, places, holder } = usePlan(control)
  const end = endOf(lifetime, until, useNow(), useMaxDays())
  return {
    name,
    scopes,
    places: isLimited ? (places ?? []) : null,
    holder,
    networks: source === 'only' ? readableNetworks({ networks }).length : null,
    end: Number.isNaN(end) ? null : instant(end),
  }
}
