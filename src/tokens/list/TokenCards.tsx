import Box from '@mui/material/Box'
import Paper from '@mui/material/Paper'
import type { Row as RowOf } from '@tanstack/react-table'
import { Fragment, memo, useMemo, useRef } from 'react'
import { nameText } from '../../ui/names.ts'
import { TickBox } from '../../ui/TickBox.tsx'
import { t } from '../../ui/words.tsx'
import type { Dialog } from '../dialogs.ts'
import type { Token } from '../schema.ts'
import { TokenActions } from '../TokenActions.tsx'
import type { Column } from './columns.tsx'
import { StateCell } from './StateCell.tsx'
import { TokenName } from './TokenName.tsx'
import type { features, TokenTableState } from './useTokenTable.ts'
import { useVirtualRows } from './useVirtualRows.ts'
import { useVisibleColumns } from './useVisibleColumns.ts'

/** The table's rows on a narrow screen, with the same facts in the same order. */
export function TokenCards({ table, open }: { table: TokenTableState; open: (dialog: Dialog) => void }) {
  const list = useRef<HTMLUListElement>(null)
  const { rows } = table.getRowModel()
  const ids = useMemo(() => rows.map(({ id }) => id), [rows])
  const { rows: drawn, after, measure, onKeyDown, onFocus } = useVirtualRows({ ids, height: 252, container: list })
  const columns = useVisibleColumns(table)
  return (
    <Box
      component="ul"
      ref={list}
      aria-label={t('Personal access tokens')}
      onKeyDown={onKeyDown}
      sx={{ listStyle: 'none', p: 0, m: 0 }}
    >
      {drawn.map(({ index, gap }) => {
        const row = rows[index]
        if (!row) return null
        return (
          <Fragment key={row.id}>
            <Gap height={gap} />
            <Box
              component="li"
              ref={measure}
              data-index={index}
              aria-setsize={rows.length}
              aria-posinset={index + 1}
              onFocus={() => onFocus(row.id)}
              sx={{ pb: 1.5 }}
            >
              <Card row={row} token={row.original} columns={columns} isSelected={row.getIsSelected()} open={open} />
            </Box>
          </Fragment>
        )
      })}
      <Gap height={after} />
    </Box>
  )
}

/** The place of cards that are not drawn. */
const Gap = ({ height }: { height: number }) => height > 0 && <li aria-hidden style={{ height }} />

interface CardProps {
  row: RowOf<typeof features, Token>
  token: Token
  columns: readonly Column[]
  isSelected: boolean
  open: (dialog: Dialog) => void
}

const Card = memo(function Card({ row, token, columns, isSelected, open }: CardProps) {
  const facts = columns.filter(({ id }) => id !== 'name' && id !== 'state')
  return (
    <Paper variant="outlined" sx={{ p: 2, ...(isSelected && { borderColor: 'primary.main' }) }}>
      <Box sx={{ display: 'flex', gap: 0.5, alignItems: 'flex-start' }}>
        <Box sx={{ mt: -1, ml: -1.25 }}>
          <TickBox
            aria-label={t('Select {{name}}', { name: nameText(token.name) })}
            checked={isSelected}
            onChange={row.getToggleSelectedHandler()}
          />
        </Box>
        <Box sx={{ flex: 1, minWidth: 0 }}>
          <TokenName token={token} />
        </Box>
        <TokenActions token={token} open={open} />
      </Box>
      {columns.some(({ id }) => id === 'state') && (
        <Box sx={{ mt: 1 }}>
          <StateCell token={token} />
        </Box>
      )}
      <Box
        component="dl"
        sx={{
          display: 'grid',
          gridTemplateColumns: 'max-content 1fr',
          columnGap: 2,
          rowGap: 0.5,
          m: 0,
          mt: facts.length > 0 ? 1.5 : 0,
          fontSize: '0.875rem',
        }}
      >
        {facts.map(({ id, label, cell }) => (
          <Fragment key={id}>
            <Box component="dt" sx={{ color: 'text.secondary' }}>
              {label()}
            </Box>
            <Box component="dd" sx={{ m: 0, minWidth: 0 }}>
              {cell(token)}
            </Box>
          </Fragment>
        ))}
      </Box>
    </Paper>
  )
})
