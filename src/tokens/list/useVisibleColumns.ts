import { useMemo } from 'react'
import type { Column } from './columns.tsx'
import { COLUMNS } from './columns.tsx'
import type { TokenTableState } from './useTokenTable.ts'

/** The columns that are shown, the same array as long as they are the same. */
export function useVisibleColumns(table: TokenTableState): readonly Column[] {
  const visibility = table.state.columnVisibility
  return useMemo(() => COLUMNS.filter(({ id }) => visibility[id] !== false), [visibility])
}
