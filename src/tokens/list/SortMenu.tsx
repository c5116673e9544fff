import ArrowDownward from '@mui/icons-material/ArrowDownward'
import ArrowUpward from '@mui/icons-material/ArrowUpward'
import SwapVert from '@mui/icons-material/SwapVert'
import ListItemText from '@mui/material/ListItemText'
import MenuItem from '@mui/material/MenuItem'
import { t } from '../../ui/i18n.tsx'
import { MenuButton } from '../../ui/MenuButton.tsx'
import { COLUMNS } from '../rows/columns.tsx'
import { directionOf, turnedSort } from '../rows/order.ts'
import { columnLabel } from '../rows/texts.ts'
import type { TokenTableState } from '../rows/useTokenTable.ts'

/** Sorts the list where there are no column headers. Choosing the current column again reverses it. */
export function SortMenu({ table, bare = false }: { table: TokenTableState; bare?: boolean }) {
  const { sort, setSort } = table
  return (
    <MenuButton label={t('Sort')} icon={<SwapVert />} bare={bare}>
      {(close) => [
        <MenuItem
          key="urgency"
          role="menuitemradio"
          aria-checked={sort === undefined}
          selected={sort === undefined}
          onClick={() => {
            setSort(undefined)
            close()
          }}
        >
          <ListItemText primary={t('Most urgent first')} />
        </MenuItem>,
        ...COLUMNS.map(({ id }) => {
          const direction = directionOf(sort, id)
          const Arrow = direction === 'desc' ? ArrowDownward : ArrowUpward
          return (
            <MenuItem
              key={id}
              role="menuitemradio"
              aria-checked={direction !== null}
              selected={direction !== null}
              onClick={() => {
                setSort(turnedSort(sort, id))
                close()
              }}
            >
              <ListItemText primary={columnLabel(id)} />
              {direction !== null && (
                <Arrow fontSize="small" titleAccess={direction === 'asc' ? t('ascending') : t('descending')} />
              )}
            </MenuItem>
          )
        }),
      ]}
    </MenuButton>
  )
}
