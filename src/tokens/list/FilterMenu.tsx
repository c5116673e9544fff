import { memo, useContext } from 'react'
import { Icon } from '../../ui/Icon.tsx'
import { t } from '../../ui/i18n.tsx'
import { MenuButton } from '../../ui/MenuButton.tsx'
import { MenuChoice } from '../../ui/MenuChoice.tsx'
import { COLUMNS } from '../rows/columns.tsx'
import type { FilterProps } from '../rows/FilterChips.tsx'
import { monthLabel } from '../rows/monthLabel.ts'
import { directionOf, turnedSort } from '../rows/order.ts'
import { columnLabel, countText, filterLabel } from '../rows/texts.ts'
import type { TokenTableState } from '../rows/useTokenTable.ts'
import { FILTERS } from '../rows/view.ts'
import { TurnedOffContext } from '../state/TurnedOffContext.ts'

interface Props extends FilterProps {
  table: TokenTableState
}

/** The chips of FilterChips.tsx and the order of the tokens in one menu, for a screen without room for more. */
export const FilterMenu = memo(function FilterMenu({ all, counts, isPart, show, ends, onShow, table }: Props) {
  const isOff = useContext(TurnedOffContext)
  const isAll = show === undefined && ends === undefined
  const text = ends === undefined ? (show === undefined ? t('All') : filterLabel(show, isOff)) : monthLabel(ends)
  const count = countText(show === undefined ? (ends === undefined ? all : table.rows.length) : counts[show], isPart)
  return (
    <MenuButton
      className="menu-button filter-button"
      name={t('Filter and sort: {{filter}}', { filter: `${text} ${count}` })}
      face={
        <>
          <Icon of="filter" />
          <span className="cut">
            {text} {count}
          </span>
        </>
      }
      heading={t('Show')}
    >
      {(close) => {
        const pick = (act: () => void) => () => {
          act()
          close()
        }
        return (
          <>
            <MenuChoice
              kind="radio"
              isOn={isAll}
              label={t('All')}
              detail={countText(all, isPart)}
              onClick={pick(() => onShow(undefined))}
            />
            {FILTERS.map((filter) => (
              <MenuChoice
                key={filter}
                kind="radio"
                isOn={show === filter}
                label={filterLabel(filter, isOff)}
                detail={countText(counts[filter], isPart)}
                onClick={pick(() => onShow(filter))}
              />
            ))}
            <p className="aside" role="none">
              {t('Sort by')}
            </p>
            <SortItems table={table} pick={pick} />
          </>
        )
      }}
    </MenuButton>
  )
})

/** Choosing the current column again reverses the order. */
function SortItems({ table, pick }: { table: TokenTableState; pick: (act: () => void) => () => void }) {
  const { sort, setSort } = table
  return (
    <>
      <MenuChoice
        kind="radio"
        isOn={sort === undefined}
        label={t('Most urgent first')}
        onClick={pick(() => setSort(undefined))}
      />
      {COLUMNS.map(({ id }) => {
        const direction = directionOf(sort, id)
        return (
          <MenuChoice
            key={id}
            kind="radio"
            isOn={direction !== null}
            label={columnLabel(id)}
            {...(direction && { detail: direction === 'asc' ? t('ascending') : t('descending') })}
            onClick={pick(() => setSort(turnedSort(sort, id)))}
          />
        )
      })}
    </>
  )
}
