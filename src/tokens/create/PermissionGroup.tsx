import { memo, useState } from 'react'
import { listing, number, Trans, t } from '../../ui/i18n.tsx'
import { LineIcon } from '../../ui/LineIcon.tsx'
import { PlainCheckbox } from '../../ui/PlainCheckbox.tsx'
import { useStepwise } from '../../ui/useStepwise.ts'
import { phraseWithin } from '../permissions/permissionPhrases.ts'
import { PermissionRow } from './PermissionRow.tsx'
import type { ScopeGroupRows } from './scopeSearch.ts'
import type { NoEffect } from './useWhyNoEffect.ts'

export interface GroupProps {
  group: ScopeGroupRows
  /** How many of its rows to render at once; the others follow. */
  first: number
  selected: ReadonlySet<string>
  /** Groups stay open during a search, so that no match is hidden. */
  searching: boolean
  startsOpen: boolean
  /** Why a permission would have no effect; undefined for most. */
  whyNoEffect: (value: string) => NoEffect | undefined
  onToggle: (values: string[], on: boolean) => void
}

/** How many of its chosen permissions a group names. */
const MOST_NAMED = 3

const DOWN = 'm4 6 4 4 4-4'
const UP = 'm4 10 4-4 4 4'

/**
 * A group of permissions: a checkbox for all that are listed, the chosen ones in words, and the rows, which are
 * rendered only while it is open. Memoized, so that a click in another group does not render it again.
 */
export const PermissionGroup = memo(function PermissionGroup(props: GroupProps) {
  const { group, selected, searching, startsOpen, onToggle } = props
  const { name, rows } = group
  const [open, setOpen] = useState(startsOpen)
  const chosen = rows.filter(({ value }) => selected.has(value))
  const isShown = open || searching
  return (
    <fieldset className="permission-group" aria-label={name} data-open={isShown || undefined}>
      <div className="permission-group-head">
        <PlainCheckbox
          aria-label={t('All of {{group}}', { group: name })}
          checked={chosen.length === rows.length}
          some={chosen.length > 0 && chosen.length < rows.length}
          onChange={() =>
            onToggle(
              rows.map(({ value }) => value),
              chosen.length < rows.length,
            )
          }
        />
        <button
          type="button"
          aria-expanded={isShown}
          aria-disabled={searching || undefined}
          data-fold
          onClick={() => {
            if (!searching) setOpen(!open)
          }}
        >
          <span className="permission-group-name">{name}</span>
          <span className="permission-group-chosen">
            {listing(
              chosen.map(({ value }) => phraseWithin(value, name)),
              MOST_NAMED,
            )}
          </span>
          <span className="permission-group-count">
            {chosen.length > 0 ? (
              <Trans
                text={t('[[chosen]] of {{all}}', { all: number(rows.length) })}
                chosen={<b>{number(chosen.length)}</b>}
              />
            ) : (
              number(rows.length)
            )}
          </span>
          {!searching && <LineIcon d={isShown ? UP : DOWN} />}
        </button>
      </div>
      {isShown && <Rows {...props} />}
    </fieldset>
  )
}, isSame)

function Rows({ group: { rows }, first, selected, whyNoEffect, onToggle }: GroupProps) {
  const rendered = useStepwise(rows, first, rows.length)
  const idle = rows.flatMap(({ value }) => whyNoEffect(value) ?? []).filter(({ kind }) => kind !== 'follows')
  const isMostlyIdle = idle.length > 2 && idle.length > rows.length / 2
  return (
    <>
      {isMostlyIdle && <p className="permission-note">{idleText(idle, rows.length)}</p>}
      {rows.slice(0, rendered).map(({ value, label, line }) => (
        <PermissionRow
          key={value}
          value={value}
          label={label}
          line={line}
          checked={selected.has(value)}
          noEffect={whyNoEffect(value)}
          amongIdle={isMostlyIdle}
          onToggle={onToggle}
        />
      ))}
    </>
  )
}

/** What most of a group's rows would otherwise say one by one. */
function idleText(idle: readonly NoEffect[], all: number): string {
  const counts = { shown: number(idle.length), all: number(all) }
  const [why, ...others] = new Set(idle.map((each) => each.why))
  return why === t('Not in your current roles') && others.length === 0
    ? t('{{shown}} of {{all}} aren’t in your current roles', counts)
    : t('{{shown}} of {{all}} have no effect here', counts)
}

function isSame({ selected: before, ...one }: GroupProps, { selected: now, ...other }: GroupProps): boolean {
  return (
    one.group.rows.every(({ value }) => before.has(value) === now.has(value)) &&
    (Object.keys(one) as (keyof typeof one)[]).every((prop) => one[prop] === other[prop])
  )
}
