import Stack from '@mui/material/Stack'
import { useCallback, useDeferredValue, useRef } from 'react'
import type { Dialog } from '../dialog.ts'
import { FilterChips } from '../rows/FilterChips.tsx'
import { SearchField } from '../rows/SearchField.tsx'
import type { Selection } from '../rows/selection.ts'
import { UpcomingEnds } from '../rows/UpcomingEnds.tsx'
import type { SetSelection } from '../rows/useTokenTable.ts'
import { useTokenTable } from '../rows/useTokenTable.ts'
import type { Filter, ListView } from '../rows/view.ts'
import type { Token } from '../schema.ts'
import type { TokenList } from '../useAllTokens.ts'
import { FoundTokens } from './FoundTokens.tsx'
import { ListStatus } from './ListStatus.tsx'
import { ListTools } from './ListTools.tsx'
import { useListKeys } from './useListKeys.ts'
import type { ViewedList } from './useListView.ts'
import { useListView } from './useListView.ts'
import { useShownTokens } from './useShownTokens.ts'

interface Props {
  list: TokenList
  tokens: readonly Token[]
  open: (dialog: Dialog) => void
  /** Null if the caller may not. */
  create: (() => void) | null
  selection: Selection
  setSelection: SetSelection
}

/** The tokens, with the search, the filters and the actions. */
export function ListedTokens({ list, tokens, open, create, selection, setSelection }: Props) {
  const { view, change, search } = useListView()
  // Typed letters appear at once, and pages are requested as fast as they arrive. Expensive updates follow when there
  // is time, so everything else here is memoised.
  const deferredView = useDeferredValue(view)
  const deferredTokens = useDeferredValue(tokens)
  const found = useShownTokens(deferredTokens, deferredView)
  const { shown, counts, months } = found
  const table = useTokenTable({ tokens: shown, sort: view.sort, shown: view.columns, change, selection, setSelection })
  // One or the other: a chip for what is wrong with a token, or a month.
  const narrow = useCallback(
    (to: Pick<ListView, 'show' | 'ends'>) => change({ show: undefined, ends: undefined, ...to }, { replace: false }),
    [change],
  )
  const show = useCallback((show: Filter | undefined) => narrow({ show }), [narrow])
  const choose = useCallback((ends: string | undefined) => narrow({ ends }), [narrow])
  const field = useRef<HTMLInputElement>(null)
  useListKeys(
    new Map([
      ['/', () => field.current?.focus()],
      ['n', () => create?.()],
      ['?', () => open({ kind: 'keys' })],
    ]),
  )
  return (
    <Stack spacing={2}>
      <UpcomingEnds months={months} soon={counts.ending} chosen={view.ends} onChoose={choose} />
      <div className="list-tools">
        <ListStatus
          list={list}
          loaded={deferredTokens.length}
          active={counts.active}
          found={isNarrowed(deferredView) ? shown.length : null}
        />
        <ListTools table={table} shown={view.columns} change={change} open={open} />
      </div>
      <div>
        <div className="list-bar">
          <FilterChips all={deferredTokens.length} counts={counts} show={view.show} ends={view.ends} onShow={show} />
          <SearchField text={view.q} onChange={search} field={field} />
        </div>
        <FoundTokens
          list={list}
          tokens={deferredTokens}
          found={found}
          table={table}
          view={deferredView}
          open={open}
          change={change}
          search={search}
        />
      </div>
    </Stack>
  )
}

const isNarrowed = ({ q, show, ends }: ViewedList): boolean =>
  q.trim() !== '' || show !== undefined || ends !== undefined
