import Stack from '@mui/material/Stack'
import type { ReactNode } from 'react'
import { useWatch } from 'react-hook-form'
import { EveryToken } from '../access/EveryToken.tsx'
import { useHasPlaces } from '../access/useHasPlaces.ts'
import { OpenedCalls } from '../calls/OpenedCalls.tsx'
import { EffectPreview } from './EffectPreview.tsx'
import type { TokenForm } from './form.ts'
import { SummaryLine } from './SummaryLine.tsx'
import { TokenLimit } from './TokenLimit.tsx'
import { StaffWarning, ViewsWarning } from './TokenWarning.tsx'
import { usePlan } from './usePlan.ts'

interface Props {
  /** Moving the focus to a field also closes the sheet over it. */
  form: TokenForm
  /** The name field is shown first; the rest of the pane may follow. */
  isWhole: boolean
  /** What has to be seen at once. */
  children?: ReactNode
}

/** What the pane says, from the sentence to the calls. */
export function PaneParts({ form, isWhole, children }: Props) {
  const { scopes, places, holder } = usePlan(form.control)
  const reach = useWatch({ control: form.control, name: 'reach' })
  const hasPlaces = useHasPlaces()
  return (
    <>
      <div className="pane-part">
        <SummaryLine control={form.control} />
        <TokenLimit form={form} />
        {children}
      </div>
      {isWhole && (
        <>
          <div className="pane-part">
            <ViewsWarning form={form} />
            <StaffWarning form={form} />
            <EffectPreview form={form} />
          </div>
          <Stack className="pane-part" spacing={0.5}>
            <EveryToken limited={reach === 'bound' && hasPlaces} folded />
            <OpenedCalls scopes={scopes} places={places} holder={holder} />
          </Stack>
        </>
      )}
    </>
  )
}
