import { memo, useCallback } from 'react'
import { focusHeading } from '../../ui/focus.ts'
import type { Dialog } from '../dialog.ts'
import { OddContext } from '../rows/odd.ts'
import { TokenCards } from '../rows/TokenCards.tsx'
import { TokenTable } from '../rows/TokenTable.tsx'
import type { TokenTableState } from '../rows/useTokenTable.ts'
import type { ChangeView } from '../rows/view.ts'
import { useIsNarrow } from '../rows/width.ts'
import type { Token } from '../schema.ts'
import type { TokenList } from '../useAllTokens.ts'
import { NothingFound } from './NothingFound.tsx'
import { oddMarks } from './oddMarks.tsx'
import type { ViewedList } from './useListView.ts'
import type { ShownTokens } from './useShownTokens.ts'

interface Props {
  list: TokenList
  found: ShownTokens
  table: TokenTableState
  view: ViewedList
  open: (dialog: Dialog) => void
  change: ChangeView
  search: (text: string) => void
}

/** The rows of the tokens that the view matches, or why there are none. */
export const FoundTokens = memo(function FoundTokens({ list, found, table, view, open, change, search }: Props) {
  const { health } = found
  const odd = useCallback((token: Token, nowMs: number) => oddMarks(token, health(token, nowMs)), [health])
  const Rows = useIsNarrow() ? TokenCards : TokenTable
  if (table.rows.length > 0) {
    return (
      <OddContext value={odd}>
        <Rows table={table} open={open} />
      </OddContext>
    )
  }
  return (
    <NothingFound
      list={list}
      q={view.q}
      show={view.show}
      withoutFilter={found.withoutFilter}
      ends={view.ends}
      widen={() => {
        focusHeading()
        change({ show: undefined, ends: undefined })
      }}
      clear={() => {
        focusHeading()
        search('')
        change({ show: undefined, ends: undefined, q: undefined })
      }}
    />
  )
})
