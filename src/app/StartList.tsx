import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useDeferredValue, useLayoutEffect, useMemo, useRef, useState } from 'react'
import { isWhole, sumUnreadable } from '../api/allPages.ts'
import { useUser } from '../auth/user.ts'
import type { Dialog } from '../tokens/dialog.ts'
import { tokenQueries } from '../tokens/queries.ts'
import { LoadingEnds } from '../tokens/rows/EndsParts.tsx'
import { ListHead } from '../tokens/rows/ListHead.tsx'
import { LoadingBar } from '../tokens/rows/LoadingBar.tsx'
import { NextExpiration } from '../tokens/rows/NextExpiration.tsx'
import { OwnerContext, ownerOf } from '../tokens/rows/owner.ts'
import { SearchField } from '../tokens/rows/SearchField.tsx'
import { NOTHING_SELECTED } from '../tokens/rows/selection.ts'
import { noteStarted } from '../tokens/rows/started.ts'
import { TokenCards } from '../tokens/rows/TokenCards.tsx'
import { TokenTable } from '../tokens/rows/TokenTable.tsx'
import { finderOf, searchTexts } from '../tokens/rows/tokenSearch.ts'
import { useTokenTable } from '../tokens/rows/useTokenTable.ts'
import type { ListView } from '../tokens/rows/view.ts'
import { cleanSearch, USUAL_COLUMNS } from '../tokens/rows/view.ts'
import { useIsNarrow, useIsPhone } from '../tokens/rows/width.ts'
import type { Token } from '../tokens/schema.ts'
import { sortedByUrgency, tokenState } from '../tokens/state/expiry.ts'
import { t } from '../ui/i18n.tsx'
import { useNow } from '../ui/now.ts'

const textOf = searchTexts()

interface Props {
  tokens: readonly Token[]
  open: (dialog: Dialog) => void
}

/** The list as ListedTokens.tsx shows it, with empty space for what only the page has. */
export function StartList({ tokens, open }: Props) {
  const now = useNow()
  const isNarrow = useIsNarrow()
  const isPhone = useIsPhone()
  const owner = ownerOf(useUser())
  const pages = useQueryClient().getQueryData(tokenQueries.list().queryKey)?.pages ?? []
  const [view, setView] = useState<ListView>({})
  const [selection, setSelection] = useState(NOTHING_SELECTED)
  const field = useRef<HTMLInputElement>(null)
  useLayoutEffect(() => noteStarted({ view, selection }), [view, selection])
  const q = useDeferredValue(view.q ?? '')
  const sorted = useMemo(() => sortedByUrgency(tokens, now), [tokens, now])
  const shown = useMemo(() => sorted.filter(finderOf(q, textOf)), [sorted, q])
  const change = useCallback((next: Partial<ListView>) => setView((before) => ({ ...before, ...next })), [])
  const table = useTokenTable({
    tokens: shown,
    sort: view.sort,
    shown: USUAL_COLUMNS,
    change,
    selection,
    setSelection,
  })
  const Rows = isNarrow ? TokenCards : TokenTable
  const active = sorted.filter((token) => tokenState(token, now) === 'active')
  return (
    <div className="start">
      <ListHead
        about={
          isWhole(pages) ? (
            <NextExpiration active={active.length} next={active[0]} isPart={sumUnreadable(pages) > 0} />
          ) : (
            t('Loading')
          )
        }
      >
        <span className="room">{isPhone ? t('Create') : t('Create token')}</span>
      </ListHead>
      <LoadingEnds />
      <div>
        <LoadingBar all={tokens.length}>
          <SearchField text={view.q ?? ''} onChange={(text) => change({ q: cleanSearch(text) })} field={field} />
        </LoadingBar>
        <OwnerContext value={owner}>{shown.length > 0 && <Rows table={table} open={open} />}</OwnerContext>
      </div>
    </div>
  )
}
