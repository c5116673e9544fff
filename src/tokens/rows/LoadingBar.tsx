import type { ReactNode } from 'react'
import { useContext } from 'react'
import { Icon } from '../../ui/Icon.tsx'
import { number, t } from '../../ui/i18n.tsx'
import { TurnedOffContext } from '../state/TurnedOffContext.ts'
import { filterLabel } from './texts.ts'
import { FILTERS } from './view.ts'
import { useIsNarrow, useIsPhone } from './width.ts'

/**
 * The bar above the rows before anything is counted: the chips of FilterChips.tsx beside the search, or on a narrow
 * screen the space for the buttons that open menus.
 * @param children the search, or its space
 */
export function LoadingBar({ all, children }: { all: number; children: ReactNode }) {
  const isOff = useContext(TurnedOffContext)
  const isNarrow = useIsNarrow()
  const isPhone = useIsPhone()
  if (isNarrow) {
    return (
      <div className="list-bar">
        {children}
        <span className="menu-button filter-button" aria-hidden>
          <Icon of="filter" />
          <span className="cut">
            {t('All')} {all > 0 && number(all)}
          </span>
        </span>
        {isPhone && <span className="tools-room" />}
      </div>
    )
  }
  return (
    <div className="list-bar">
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
      {children}
    </div>
  )
}
