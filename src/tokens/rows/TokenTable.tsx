import { Fragment, memo, useMemo, useRef } from 'react'
import { Icon } from '../../ui/Icon.tsx'
import { t } from '../../ui/i18n.tsx'
import { nameText } from '../../ui/names.ts'
import { useNow } from '../../ui/now.ts'
import { PlainCheckbox } from '../../ui/PlainCheckbox.tsx'
import { TokenActions } from '../actions/TokenActions.tsx'
import type { Dialog } from '../dialog.ts'
import type { Token } from '../schema.ts'
import { tokenState } from '../state/expiry.ts'
import type { Column } from './columns.tsx'
import { directionOf, firstDirection, nextSort } from './order.ts'
import { columnLabel } from './texts.ts'
import { useRowFocus } from './useRowFocus.ts'
import type { TokenTableState } from './useTokenTable.ts'
import { useVirtualRows } from './useVirtualRows.ts'
import type { ColumnId, Sort } from './view.ts'

interface Props {
  table: TokenTableState
  open: (dialog: Dialog) => void
}

/** All rows count, rendered or not: a screen reader says "row 9,000 of 10,000". */
export function TokenTable({ table, open }: Props) {
  const body = useRef<HTMLTableSectionElement>(null)
  const { rows, columns, sort, selection } = table
  const ids = useMemo(() => rows.map(({ uuid }) => uuid), [rows])
  const { focusedIndex, onKeyDown, onFocus } = useRowFocus({ ids, container: body })
  // The height in rows/tokenRow.css.
  const { rows: rendered, after, measure } = useVirtualRows({ ids, height: 52, container: body, kept: focusedIndex })
  const span = columns.length + 2
  return (
    <div className="token-table">
      <table aria-label={t('Personal access tokens')} aria-rowcount={rows.length + 1}>
        <thead>
          <tr aria-rowindex={1}>
            <td className="checkbox-cell">
              <AllBox rows={rows} selection={selection} selectAll={table.selectAll} />
            </td>
            {columns.map(({ id }) => (
              <SortableHead key={id} id={id} sort={sort} setSort={table.setSort} />
            ))}
            {/* No heading: a screen reader would say it before each menu, which names itself. */}
            <td className="actions-cell" />
          </tr>
        </thead>
        <tbody ref={body} onKeyDown={onKeyDown}>
          {rendered.map(({ index, gap }) => {
            const token = rows[index]
            if (!token) return null
            return (
              <Fragment key={token.uuid}>
                <Gap height={gap} span={span} />
                <Row
                  token={token}
                  index={index}
                  isSelected={selection.has(token.uuid)}
                  select={table.select}
                  columns={columns}
                  measure={measure}
                  onFocus={onFocus}
                  open={open}
                />
              </Fragment>
            )
          })}
          <Gap height={after} span={span} />
        </tbody>
      </table>
    </div>
  )
}

/** Memoized, because it looks at thousands of rows and should not do so on each scroll event. */
const AllBox = memo(function AllBox({
  rows,
  selection,
  selectAll,
}: Pick<TokenTableState, 'rows' | 'selection' | 'selectAll'>) {
  const areAll = rows.every(({ uuid }) => selection.has(uuid))
  return (
    <PlainCheckbox
      aria-label={t('Select all shown')}
      checked={areAll}
      some={!areAll && rows.some(({ uuid }) => selection.has(uuid))}
      onChange={selectAll}
    />
  )
})

/** The space of rows that are not rendered. */
function Gap({ height, span }: { height: number; span: number }) {
  if (height <= 0) return null
  return (
    <tr aria-hidden>
      <td colSpan={span} style={{ height, padding: 0 }} />
    </tr>
  )
}

interface SortableHeadProps {
  id: ColumnId
  sort: Sort | undefined
  setSort: TokenTableState['setSort']
}

const SortableHead = memo(function SortableHead({ id, sort, setSort }: SortableHeadProps) {
  const direction = directionOf(sort, id)
  const order = direction && (direction === 'asc' ? 'ascending' : 'descending')
  return (
    <th scope="col" data-column={id} aria-sort={order ?? undefined}>
      <button
        type="button"
        className="sort"
        data-direction={direction ?? firstDirection(id)}
        onClick={() => setSort(nextSort(sort, id))}
      >
        {columnLabel(id)}
        <Icon of="down" />
      </button>
    </th>
  )
})

interface RowProps {
  token: Token
  index: number
  isSelected: boolean
  select: TokenTableState['select']
  columns: readonly Column[]
  measure: (row: HTMLTableRowElement | null) => void
  onFocus: (uuid: string) => void
  open: (dialog: Dialog) => void
}

const Row = memo(function Row({ token, index, isSelected, select, columns, measure, onFocus, open }: RowProps) {
  const ended = tokenState(token, useNow()) !== 'active'
  return (
    <tr
      ref={measure}
      className="token-row"
      data-index={index}
      data-selected={isSelected || undefined}
      data-ended={ended || undefined}
      aria-rowindex={index + 2}
      onFocus={() => onFocus(token.uuid)}
    >
      <td className="checkbox-cell">
        <PlainCheckbox
          aria-label={t('Select {{name}}', { name: nameText(token.name) })}
          checked={isSelected}
          onChange={(event) => select(token.uuid, event)}
        />
      </td>
      {columns.map(({ id, cell }) =>
        id === 'name' ? (
          <th key={id} scope="row">
            {cell(token)}
          </th>
        ) : (
          <td key={id}>{cell(token)}</td>
        ),
      )}
      <td className="actions-cell">
        <TokenActions token={token} open={open} />
      </td>
    </tr>
  )
})
