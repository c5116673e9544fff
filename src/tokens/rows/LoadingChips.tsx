import { useContext } from 'react'
import { t } from '../../ui/i18n.tsx'
import { TurnedOffContext } from '../state/TurnedOffContext.ts'
import { filterLabel } from './texts.ts'
import { FILTERS } from './view.ts'

/** The chips of FilterChips.tsx before anything is counted. */
export function LoadingChips() {
  const isOff = useContext(TurnedOffContext)
  return (
    <div className="chips" aria-hidden>
      <div className="chip" data-pressed>
        <span>{t('All')}</span> <span className="chip-count" />
      </div>
      {FILTERS.map((filter) => (
        <div key={filter} className="chip">
          <span>{filterLabel(filter, isOff)}</span> <span className="chip-count" />
        </div>
      ))}
    </div>
  )
}
