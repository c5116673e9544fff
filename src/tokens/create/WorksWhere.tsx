import { memo, useDeferredValue } from 'react'
import { useWatch } from 'react-hook-form'
import { t } from '../../ui/i18n.tsx'
import { EveryToken } from '../access/EveryToken.tsx'
import { isGlobal } from '../permissions/globals.ts'
import { ByPlace } from './ByPlace.tsx'
import type { TokenForm } from './form.ts'
import { Matrix } from './Matrix.tsx'
import { ReadsWhat } from './ReadsWhat.tsx'
import type { Plan } from './usePlan.ts'
import { usePlan } from './usePlan.ts'

/** A table of more places or permissions has no room in the pane. */
const MOST_PLACES = 3
const MOST_PERMISSIONS = 8

/** Which of the chosen permissions work in which of the chosen places. */
export function WorksWhere({ form }: { form: TokenForm }) {
  const readOnly = useWatch({ control: form.control, name: 'readOnly' })
  // Checking a permission should not wait for this.
  const plan = useDeferredValue(usePlan(form.control))
  return <Effect plan={plan} readOnly={useDeferredValue(readOnly)} />
}

const Effect = memo(function Effect({ plan, readOnly }: { plan: Plan; readOnly: boolean }) {
  const { scopes, isLimited, places, holder } = plan
  // The sentence says that Waldur rejects it.
  if (isLimited && scopes.some(isGlobal)) return null
  if (scopes.length === 0 || !holder) return <Ghost isEmpty={scopes.length === 0} />
  if (readOnly) {
    return (
      <>
        <div className="pane-part">
          <ReadsWhat places={places} />
        </div>
        <div className="pane-part">
          <EveryToken limited={isLimited} beyondReading />
        </div>
      </>
    )
  }
  const isMuch = scopes.length > MOST_PERMISSIONS || (places ?? []).length > MOST_PLACES
  return (
    <div className="pane-part">
      {places && isMuch ? (
        <ByPlace scopes={scopes} places={places} holder={holder} />
      ) : (
        <Matrix scopes={scopes} places={isLimited ? (places ?? []) : null} holder={holder} />
      )}
    </div>
  )
})

/** Where the table will be. */
const Ghost = ({ isEmpty }: { isEmpty: boolean }) => (
  <div className="pane-part">
    <svg className="ghost" aria-hidden="true">
      {[38, 46, 33, 42, 36, 48, 30].map((width, row) => (
        <g key={width} opacity={1 - row * 0.13}>
          <rect y={8 + row * 32} width={`${width}%`} height="8" rx="4" />
          <circle cx="70%" cy={12 + row * 32} r="9" />
          <circle cx="90%" cy={12 + row * 32} r="9" />
        </g>
      ))}
    </svg>
    {isEmpty && <p className="pane-aside">{t('Select permissions to see where they work.')}</p>}
  </div>
)
