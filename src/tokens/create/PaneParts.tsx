import type { ReactNode } from 'react'
import { useWatch } from 'react-hook-form'
import { PartBoundary } from '../../ui/PartBoundary.tsx'
import { EveryToken } from '../access/EveryToken.tsx'
import { OpenedCalls } from '../calls/OpenedCalls.tsx'
import type { TokenForm } from './form.ts'
import { Notes } from './Notes.tsx'
import { TokenWarning } from './TokenWarning.tsx'
import { usePlan } from './usePlan.ts'
import { WorksWhere } from './WorksWhere.tsx'

interface Props {
  /** Moving the focus to a field also closes the sheet over it. */
  form: TokenForm
  /** The name field is shown first; the rest of the pane may follow. */
  isWhole: boolean
  /** What has to be seen at once. */
  children?: ReactNode
}

/** What the pane says, from what has to be seen at once to the calls. */
export const PaneParts = ({ form, isWhole, children }: Props) => (
  <>
    <div className="pane-part pane-alerts">{children}</div>
    {isWhole && (
      <PartBoundary>
        <Parts form={form} />
      </PartBoundary>
    )}
  </>
)

function Parts({ form }: Pick<Props, 'form'>) {
  const { scopes, isLimited, places, holder } = usePlan(form.control)
  const readOnly = useWatch({ control: form.control, name: 'readOnly' })
  return (
    <>
      <TokenWarning form={form} />
      <WorksWhere form={form} />
      <Notes form={form} />
      <div className="pane-part" data-slim>
        {!readOnly && <EveryToken limited={isLimited} folded />}
        <OpenedCalls scopes={scopes} places={places} holder={holder} />
      </div>
    </>
  )
}
