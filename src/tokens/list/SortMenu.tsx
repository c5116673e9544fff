import ArrowDownward from '@mui/icons-material/ArrowDownward'
import ArrowUpward from '@mui/icons-material/ArrowUpward'
import SwapVert from '@mui/icons-material/SwapVert'
import ListItemText from '@mui/material/ListItemText'
import MenuItem from '@mui/material/MenuItem'
import { MenuButton } from '../../ui/MenuButton.tsx'
import { t } from '../../ui/words.tsx'
import { COLUMNS } from './columns.tsx'
import { columnLabel } from './texts.ts'
import type { TokenTableState } from './useTokenTable.ts'

/** The order of the list where there are no heads of columns to press. What is chosen already is turned round. */
export function SortMenu({ table, bare = false }: { table: TokenTableState; bare?: boolean }) {
  const { sorting } = table.state
  return (
    <MenuButton label={t('Sort')} icon={<SwapVert />} bare={bare}>
      {(close) => [
        <MenuItem
          key="urgency"
          role="menuitemradio"
          aria-checked={sorting.length === 0}
          selected={sorting.length === 0}
          onClick={() => {
            table.setSorting([])
            close()
          }}
        >
          <ListItemText primary={t('Most urgent first')} />
        </MenuItem>,
        ...COLUMNS.map(({ id }) => {
          const column = table.getColumn(id)
          const sorted = column?.getIsSorted() ?? false
          const Arrow = sorted === 'desc' ? ArrowDownward : ArrowUpward
          return (
            <MenuItem
              key={id}
              role="menuitemradio"
              aria-checked={sorted !== false}
              selected={sorted !== false}
              onClick={() => {
                column?.toggleSorting(sorted === false ? undefined : sorted === 'asc')
                close()
              }}
            >
              <ListItemText primary={columnLabel(id)} />
              {sorted !== false && (
                <Arrow fontSize="small" titleAccess={sorted === 'asc' ? t('ascending') : t('descending')} />
              )}
            </MenuItem>
          )
        }),
      ]}
    </MenuButton>
  )
}
