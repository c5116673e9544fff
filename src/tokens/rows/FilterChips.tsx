import { memo, useContext, useRef } from 'react'
import { Icon } from '../../ui/Icon.tsx'
import { t } from '../../ui/i18n.tsx'
import { TurnedOffContext } from '../state/TurnedOffContext.ts'
import { monthLabel } from './monthLabel.ts'
import { countText, filterLabel } from './texts.ts'
import type { Filter } from './view.ts'
import { FILTERS } from './view.ts'

/** What is filtered by. */
export interface FilterProps {
  /** How many tokens there are. */
  all: number
  counts: Record<Filter, number>
  /** Whether there may be more tokens than are loaded. */
  isPart: boolean
  show: Filter | undefined
  /** The chosen month. */
  ends: string | undefined
  /** @param show undefined for all tokens */
  onShow: (show: Filter | undefined) => void
}

/**
 * How many tokens are in each state. A click shows only these, a second one shows all again. A chosen month of
 * UpcomingEnds.tsx is one chip more.
 */
export const FilterChips = memo(function FilterChips({ all, counts, isPart, show, ends, onShow }: FilterProps) {
  const isOff = useContext(TurnedOffContext)
  const isAll = show === undefined && ends === undefined
  const first = useRef<HTMLButtonElement>(null)
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset has a layout of its own
    <div className="chips" role="group" aria-label={t('Filter tokens')}>
      <button type="button" className="chip" ref={first} aria-pressed={isAll} onClick={() => onShow(undefined)}>
        <span>{t('All')}</span> <span className="chip-count">{countText(all, isPart)}</span>
      </button>
      {FILTERS.map((filter) => (
        <button
          key={filter}
          type="button"
          className="chip"
          aria-pressed={show === filter}
          onClick={() => onShow(show === filter ? undefined : filter)}
        >
          <span>{filterLabel(filter, isOff)}</span>{' '}
          <span className="chip-count">{countText(counts[filter], isPart)}</span>
        </button>
      ))}
      {ends !== undefined && (
        <button
          type="button"
          className="chip"
          aria-pressed
          onClick={() => {
            // This chip is about to disappear.
            first.current?.focus()
            onShow(undefined)
          }}
        >
          <span>{monthLabel(ends)}</span> <Icon of="clear" />
        </button>
      )}
    </div>
  )
})
