import type { ReactNode } from 'react'
import { useCallback, useContext, useMemo, useRef } from 'react'
import { flushSync } from 'react-dom'
import { number, t } from '../../ui/i18n.tsx'
import { lazy } from '../../ui/lazy.tsx'
import { Spoken } from '../../ui/Spoken.tsx'
import type { Dialog } from '../dialog.ts'
import { FilterChips } from '../rows/FilterChips.tsx'
import { directionOf } from '../rows/order.ts'
import { FocusRowContext } from '../rows/rowFocus.ts'
import { SearchField } from '../rows/SearchField.tsx'
import { columnLabel } from '../rows/texts.ts'
import { UpcomingEnds } from '../rows/UpcomingEnds.tsx'
import { ALL_AT_ONCE } from '../rows/useVirtualRows.ts'
import type { Filter, ListView } from '../rows/view.ts'
import { COLUMN_IDS } from '../rows/view.ts'
import { useIsNarrow } from '../rows/width.ts'
import type { TokenList } from '../useAllTokens.ts'
import { FilterMenu } from './FilterMenu.tsx'
import { FoundTokens } from './FoundTokens.tsx'
import { ListFoot } from './ListFoot.tsx'
import { isLoading } from './ListStatus.tsx'
import { LoadedLine } from './LoadedLine.tsx'
import { SelectionBar } from './SelectionBar.tsx'
import { useFindNote } from './useFindNote.ts'
import type { ListedTokens as Listed } from './useListedTokens.ts'
import { useListKeys } from './useListKeys.ts'
import { usePrinting } from './usePrinting.ts'

const PrintedTokens = lazy(async () => (await import('./PrintedTokens.tsx')).PrintedTokens)

interface Props {
  list: TokenList
  listed: Listed
  /** The menu of tools, where the page's head has no space for it. */
  tools: ReactNode
  open: (dialog: Dialog) => void
  /** Null if the caller may not. */
  create: (() => void) | null
}

/** The tokens, with the search, the filters and the actions on the selected ones. */
export function ListedTokens({ list, listed, tools, open, create }: Props) {
  const { view, change, search, deferredView, tokens, found, table } = listed
  const { counts, months } = found
  const isNarrow = useIsNarrow()
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
  const { selection, rows } = table
  const selected = useMemo(() => tokens.filter(({ uuid }) => selection.has(uuid)), [tokens, selection])
  const unseen = useMemo(
    () => selected.length - rows.filter(({ uuid }) => selection.has(uuid)).length,
    [selected, rows, selection],
  )
  const focusRow = useContext(FocusRowContext)
  const toRows = () => rows[0] && focusRow.current?.(rows[0].uuid)
  const filters = useRef<HTMLDivElement>(null)
  const { clearSelection } = table
  const clear = useCallback(() => {
    flushSync(clearSelection)
    // The pressed button is gone. Far down the list, the focus must not scroll back to the filters.
    filters.current?.querySelector('button')?.focus({ preventScroll: true })
  }, [clearSelection])
  const bar = selected.length > 0 && <SelectionBar selected={selected} unseen={unseen} open={open} clear={clear} />
  const isPart = !list.complete || list.unreadable > 0
  const isPrinting = usePrinting()
  useFindNote(rows.length > ALL_AT_ONCE)
  const filter = { all: tokens.length, counts, isPart, show: view.show, ends: view.ends, onShow: show }
  const searchField = <SearchField text={view.q} onChange={search} onDown={toRows} field={field} />
  return (
    <div className="list listed">
      {isPrinting && <PrintedTokens tokens={rows} columns={table.columns} />}
      <UpcomingEnds months={months} soon={counts.ending} isPart={isPart} chosen={view.ends} onChoose={choose} />
      <div>
        {isNarrow ? (
          <div className="list-bar" ref={filters}>
            {searchField}
            <FilterMenu {...filter} table={table} />
            {tools}
          </div>
        ) : (
          <div className="list-bar" ref={filters} data-selected={selected.length > 0 || undefined}>
            {bar || <FilterChips {...filter} />}
            {searchField}
            {isLoading(list) && list.total !== null && <LoadedLine part={tokens.length / list.total} />}
          </div>
        )}
        <FoundTokens
          list={list}
          found={found}
          table={table}
          view={deferredView}
          open={open}
          change={change}
          search={search}
        />
        <ListFoot
          list={list}
          loaded={tokens.length}
          found={listed.foundCount}
          by={[deferredView.q, view.show, view.ends].join('\n')}
        />
        {isNarrow && bar}
        <Spoken text={selected.length === 0 ? '' : t('{{shown}} selected', { shown: number(selected.length) })} />
        <Spoken text={sortText(view.sort)} />
      </div>
    </div>
  )
}

/** "Last used: descending". Firefox says nothing of its own when a table is sorted. */
function sortText(sort: ListView['sort']): string {
  const id = COLUMN_IDS.find((id) => directionOf(sort, id) !== null)
  if (id === undefined) return t('Most urgent first')
  return `${columnLabel(id)}: ${sort === id ? t('ascending') : t('descending')}`
}
