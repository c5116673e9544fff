import type { RowSelectionState, TableOptions } from '@tanstack/react-table'
import {
  columnVisibilityFeature,
  createSortedRowModel,
  rowSelectionFeature,
  rowSortingFeature,
  tableFeatures,
  useTable,
} from '@tanstack/react-table'
import type { Dispatch, SetStateAction } from 'react'
import { useMemo } from 'react'
import type { Token } from '../schema.ts'
import { columnDefs } from './columns.tsx'
import type { ListView } from './view.ts'
import { sortingOf, sortOf } from './view.ts'

export const features = tableFeatures({
  rowSortingFeature,
  sortedRowModel: createSortedRowModel(),
  columnVisibilityFeature,
  rowSelectionFeature,
})

export type Selection = RowSelectionState
export type SetSelection = Dispatch<SetStateAction<Selection>>
interface Options {
  tokens: readonly Token[]
  sort: ListView['sort']
  hide: NonNullable<ListView['hide']>
  change: (view: Partial<ListView>) => void
  selection: Selection
  setSelection: SetSelection
}

/** The table's state: sorting and columns as the address has them, and the selection, which is by uuid. */
export function useTokenTable({ tokens, sort, hide, change, selection, setSelection }: Options) {
  const sorting = useMemo(() => sortingOf(sort), [sort])
  // biome-ignore lint/plugin: the keys are columns of ours
  const columnVisibility = useMemo(() => Object.fromEntries(hide.map((id) => [id, false])), [hide])
  // The same options make the same table, and what is drawn of it need not be drawn again.
  return useTable(
    useMemo(
      (): TableOptions<typeof features, Token> => ({
        features,
        columns: columnDefs,
        data: tokens,
        getRowId: (token) => token.uuid,
        state: { sorting, columnVisibility, rowSelection: selection },
        onSortingChange: (update) => change({ sort: sortOf(typeof update === 'function' ? update(sorting) : update) }),
        onRowSelectionChange: setSelection,
        enableMultiSort: false,
      }),
      [tokens, sorting, columnVisibility, selection, change, setSelection],
    ),
  )
}

export type TokenTableState = ReturnType<typeof useTokenTable>

/** What is shown, in the order in which it is. */
export const tokensOf = (table: TokenTableState): readonly Token[] =>
  table.getRowModel().rows.map(({ original }) => original)
