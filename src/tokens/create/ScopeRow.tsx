import { memo, useId } from 'react'
import { t } from '../../ui/i18n.tsx'
import { nameText } from '../../ui/names.ts'
import { PlainCheckbox } from '../../ui/PlainCheckbox.tsx'
import { viewsText } from '../calls/viewsText.ts'
import type { Risk } from '../permissions/presets.ts'
import { riskOf } from '../permissions/presets.ts'

interface Props {
  value: string
  label: string
  checked: boolean
  /** Why it would have no effect, in words. */
  whyNoEffect: string | undefined
  onToggle: (values: string[], on: boolean) => void
}

const RISKS: Record<Risk, () => string> = {
  global: () => t('Global: can’t be limited to places'),
  'grants access': () => t('Can give or take access'),
  deletes: () => t('Can delete'),
}

/**
 * One permission. Its label is its accessible name, the raw value its description. Memoised and without Emotion,
 * because there are about 140.
 */
export const ScopeRow = memo(function ScopeRow({ value, label, checked, whyNoEffect, onToggle }: Props) {
  const id = useId()
  const risk = riskOf(value)
  const views = viewsText(value)
  return (
    <label className="scope-row" htmlFor={id}>
      <PlainCheckbox
        id={id}
        aria-labelledby={`${id}-label`}
        aria-describedby={`${id}-value`}
        checked={checked}
        onChange={(event) => onToggle([value], event.target.checked)}
      />
      <span className="scope-words">
        <bdi id={`${id}-label`}>{label}</bdi>
        <span id={`${id}-value`}>
          <span className="scope-value aside">{nameText(value)}</span>
          {risk && <span className="scope-risk">{RISKS[risk]()}</span>}
          {views && <span className="aside">{views}</span>}
          {whyNoEffect && <span className="aside">{whyNoEffect}</span>}
        </span>
      </span>
    </label>
  )
})
