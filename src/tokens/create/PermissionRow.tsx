import { memo, useId } from 'react'
import { Trans, t } from '../../ui/i18n.tsx'
import { nameText } from '../../ui/names.ts'
import { NOTE_ICONS } from '../../ui/noteIcons.ts'
import { PlainCheckbox } from '../../ui/PlainCheckbox.tsx'
import { Tag } from '../../ui/Tag.tsx'
import { MARKS } from '../access/marks.ts'
import { viewsText } from '../calls/viewsText.ts'
import type { Risk } from '../permissions/presets.ts'
import { riskOf } from '../permissions/presets.ts'
import type { NoEffect } from './useWhyNoEffect.ts'

interface Props {
  value: string
  label: string
  /** What it allows, where that is known. */
  line: string | null
  checked: boolean
  /** Why it would have no effect. */
  noEffect: NoEffect | undefined
  /** Most of the group has no effect, so that what has one is marked instead. */
  amongIdle: boolean
  onToggle: (values: string[], on: boolean) => void
}

const RISKS: Record<Risk, () => string> = {
  global: () => t('all of Waldur'),
  'grants access': () => t('can grant or remove access'),
  deletes: () => t('can delete'),
}

/**
 * 1 permission: its words and a plain line, and the raw value in a column of its own. Words and value are its
 * accessible name, the rest is its description. Memoized and without Emotion, because there are about 140.
 */
export const PermissionRow = memo(function PermissionRow(props: Props) {
  const { value, label, checked, noEffect, amongIdle, onToggle } = props
  const id = useId()
  const risk = riskOf(value)
  const line = viewsText(value) ?? props.line
  const isIdle = noEffect !== undefined && noEffect.kind !== 'follows'
  const shown = nameText(value)
  // Where a long value may break.
  const domain = shown.slice(0, shown.indexOf('.') + 1)
  return (
    <label className="permission-row" htmlFor={id} data-on={checked || undefined} data-idle={isIdle || undefined}>
      <PlainCheckbox
        id={id}
        aria-labelledby={`${id}-label ${id}-value`}
        aria-describedby={`${id}-more`}
        checked={checked}
        onChange={(event) => onToggle([value], event.target.checked)}
      />
      <span className="permission-words">
        <bdi id={`${id}-label`}>{label}</bdi>
        <span id={`${id}-more`}>
          {risk && (
            <Tag color="warning" mark={NOTE_ICONS.warning}>
              {RISKS[risk]()}
            </Tag>
          )}
          {noEffect && (!isIdle || !amongIdle) && (
            <span aria-hidden="true">
              <Tag mark={MARKS[noEffect.kind]}>
                <span>
                  <Trans text={noEffect.tag} />
                </span>
              </Tag>
            </span>
          )}
          {noEffect === undefined && amongIdle && (
            <Tag color="success" mark={MARKS.works}>
              {t('works')}
            </Tag>
          )}
          {noEffect && (isIdle || line === null) && (
            <span className="unseen">
              <Trans text={noEffect.why} />
            </span>
          )}
          {line && <small>{line}</small>}
        </span>
      </span>
      <span className="permission-value" id={`${id}-value`} translate="no">
        {shown !== label && (
          <>
            {domain}
            <wbr />
            {shown.slice(domain.length)}
          </>
        )}
      </span>
    </label>
  )
})
