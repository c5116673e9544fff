import Stack from '@mui/material/Stack'
import { useCallback, useDeferredValue, useRef } from 'react'
import type { Dialog } from '../dialog.ts'
import { SearchField } from '../rows/SearchField.tsx'
import { StatCards } from '../rows/StatCards.tsx'
import type { Selection } from '../rows/selection.ts'
import type { SetSelection } from '../rows/useTokenTable.ts'
import { useTokenTable } from '../rows/useTokenTable.ts'
import type { Filter } from '../rows/view.ts'
import type { Token } from '../schema.ts'
import type { TokenList } from '../useAllTokens.ts'
import { FoundTokens } from './FoundTokens.tsx'
import { ListTools } from './ListTools.tsx'
import { useListKeys } from './useListKeys.ts'
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
  const table = useTokenTable({
    tokens: found.shown,
    sort: view.sort,
    hide: view.hide,
    change,
    selection,
    setSelection,
  })
  const show = useCallback((show: Filter | undefined) => change({ show }, { replace: false }), [change])
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
      <StatCards counts={found.counts} shown={view.show} onShow={show} />
      <div className="list-tools">
        <SearchField text={view.q} onChange={search} field={field} />
        <ListTools table={table} hide={view.hide} change={change} open={open} />
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
    </Stack>
  )
}
