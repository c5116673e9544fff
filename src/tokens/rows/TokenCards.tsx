import { Fragment, memo, useMemo, useRef } from 'react'
import { t } from '../../ui/i18n.tsx'
import { nameText } from '../../ui/names.ts'
import { PlainCheckbox } from '../../ui/PlainCheckbox.tsx'
import { TokenActions } from '../actions/TokenActions.tsx'
import type { Dialog } from '../dialog.ts'
import type { Token } from '../schema.ts'
import { CardFacts } from './CardFacts.tsx'
import type { Column } from './columns.tsx'
import { LifeCell } from './LifeCell.tsx'
import { TokenName } from './TokenName.tsx'
import { useRowFocus } from './useRowFocus.ts'
import type { TokenTableState } from './useTokenTable.ts'
import { useVirtualRows } from './useVirtualRows.ts'
import type { ColumnId } from './view.ts'

/** The table's rows on a narrow screen, with the same facts. Most of them need no label there. */
export function TokenCards({ table, open }: { table: TokenTableState; open: (dialog: Dialog) => void }) {
  const list = useRef<HTMLUListElement>(null)
  const { rows, columns, selection, select } = table
  const ids = useMemo(() => rows.map(({ uuid }) => uuid), [rows])
  const { focusedIndex, onKeyDown, onFocus } = useRowFocus({ ids, container: list })
  const { rows: rendered, after, measure } = useVirtualRows({ ids, height: 154, container: list, kept: focusedIndex })
  return (
    <ul className="token-cards" ref={list} aria-label={t('Personal access tokens')} onKeyDown={onKeyDown}>
      {rendered.map(({ index, gap }) => {
        const token = rows[index]
        if (!token) return null
        return (
          <Fragment key={token.uuid}>
            <Gap height={gap} />
            <li
              ref={measure}
              data-index={index}
              aria-setsize={rows.length}
              aria-posinset={index + 1}
              onFocus={() => onFocus(token.uuid)}
            >
              <Card
                token={token}
                columns={columns}
                isSelected={selection.has(token.uuid)}
                select={select}
                open={open}
              />
            </li>
          </Fragment>
        )
      })}
      <Gap height={after} />
    </ul>
  )
}

/** The space of cards that are not rendered. */
const Gap = ({ height }: { height: number }) => height > 0 && <li aria-hidden style={{ height }} />

interface CardProps {
  token: Token
  columns: readonly Column[]
  isSelected: boolean
  select: TokenTableState['select']
  open: (dialog: Dialog) => void
}

const Card = memo(function Card({ token, columns, isSelected, select, open }: CardProps) {
  const has = (id: ColumnId) => columns.some((column) => column.id === id)
  return (
    <div className="token-card" data-selected={isSelected || undefined}>
      <div className="token-card-head">
        <PlainCheckbox
          aria-label={t('Select {{name}}', { name: nameText(token.name) })}
          checked={isSelected}
          onChange={(event) => select(token.uuid, event)}
        />
        <div>
          <TokenName token={token} isHead />
        </div>
        <TokenActions token={token} open={open} />
      </div>
      {has('life') && <LifeCell token={token} />}
      <CardFacts token={token} has={has} />
    </div>
  )
})
