import type { ChangeEvent, Dispatch, SetStateAction } from 'react'
import { useCallback, useEffect, useMemo, useRef } from 'react'
import type { Token } from '../schema.ts'
import { COLUMNS } from './columns.tsx'
import { sortedBy } from './order.ts'
import type { Selection } from './selection.ts'
import { NOTHING_SELECTED, rangeOf, withSelected } from './selection.ts'
import type { HideableColumn, ListView, Sort } from './view.ts'
import { isHideable } from './view.ts'

export type SetSelection = Dispatch<SetStateAction<Selection>>
interface Options {
  tokens: readonly Token[]
  sort: ListView['sort']
  /** The columns beside the name. */
  shown: readonly HideableColumn[]
  change: (view: Partial<ListView>) => void
  selection: Selection
  setSelection: SetSelection
}

export type TokenTableState = ReturnType<typeof useTokenTable>

/** The table's state: sorting and columns from the URL, and the selection. */
export function useTokenTable({ tokens, sort, shown, change, selection, setSelection }: Options) {
  const rows = useMemo(() => sortedBy(sort, tokens), [tokens, sort])
  const columns = useMemo(() => COLUMNS.filter(({ id }) => !isHideable(id) || shown.includes(id)), [shown])
  const setSort = useCallback((sort: Sort | undefined) => change({ sort }), [change])

  const anchor = useRef<string | null>(null)
  const byShiftSpace = useShiftSpace()
  const select = useCallback(
    (uuid: string, { target, nativeEvent }: ChangeEvent<HTMLInputElement>) => {
      const isRange = nativeEvent instanceof MouseEvent && (nativeEvent.shiftKey || byShiftSpace(nativeEvent))
      const all = rows.map((token) => token.uuid)
      const chosen = isRange ? rangeOf(all, anchor.current, uuid) : [uuid]
      setSelection((selected) => withSelected(selected, chosen, target.checked))
      anchor.current = uuid
    },
    [rows, setSelection, byShiftSpace],
  )
  const selectAll = useCallback(
    ({ target }: ChangeEvent<HTMLInputElement>) => {
      const all = rows.map(({ uuid }) => uuid)
      setSelection((selected) => withSelected(selected, all, target.checked))
      anchor.current = null
    },
    [rows, setSelection],
  )
  const clearSelection = useCallback(() => setSelection(NOTHING_SELECTED), [setSelection])
  // Unchanged state stays the same object, so that nothing renders again.
  return useMemo(
    () => ({ rows, columns, sort, setSort, selection, select, selectAll, clearSelection }),
    [rows, columns, sort, setSort, selection, select, selectAll, clearSelection],
  )
}

/**
 * Firefox leaves Shift out of the click that Space makes, so that the key has to be remembered.
 * @returns whether a click was made by Shift+Space
 */
function useShiftSpace() {
  const isShiftSpace = useRef(false)
  useEffect(() => {
    const remember = ({ key, shiftKey }: KeyboardEvent) => {
      isShiftSpace.current = key === ' ' && shiftKey
    }
    addEventListener('keydown', remember)
    return () => removeEventListener('keydown', remember)
  }, [])
  return useCallback(({ detail }: MouseEvent) => detail === 0 && isShiftSpace.current, [])
}
