import { memo, useContext } from 'react'
import { number, t } from '../../ui/i18n.tsx'
import { TurnedOffContext } from '../state/TurnedOffContext.ts'
import { filterLabel } from './texts.ts'
import type { Filter } from './view.ts'
import { FILTERS } from './view.ts'

interface Props {
  counts: Record<Filter, number>
  shown: Filter | undefined
  /** @param show undefined for all tokens */
  onShow: (show: Filter | undefined) => void
}

/** How many tokens are in each state. A click shows only these, a second one shows all again. */
export const StatCards = memo(function StatCards({ counts, shown, onShow }: Props) {
  const isOff = useContext(TurnedOffContext)
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset has a layout of its own
    <div className="counts" role="group" aria-label={t('Show only')}>
      {FILTERS.map((filter) => (
        <button
          key={filter}
          type="button"
          aria-pressed={shown === filter}
          onClick={() => onShow(shown === filter ? undefined : filter)}
        >
          <b className={counts[filter] === 0 ? 'aside' : undefined}>{number(counts[filter])}</b>{' '}
          <span className="aside">{filterLabel(filter, isOff)}</span>
        </button>
      ))}
    </div>
  )
})

/** The cards before anything is counted. */
export function LoadingCounts() {
  const isOff = useContext(TurnedOffContext)
  return (
    <div className="counts" aria-hidden>
      {FILTERS.map((filter) => (
        <div key={filter}>
          <b>{'\u00a0'}</b>
          <span className="aside">{filterLabel(filter, isOff)}</span>
        </div>
      ))}
    </div>
  )
}
