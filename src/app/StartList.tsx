import { useCallback, useDeferredValue, useLayoutEffect, useMemo, useRef, useState } from 'react'
import type { Dialog } from '../tokens/dialog.ts'
import { plainWords } from '../tokens/permissions/permissionText.ts'
import { noteBegun } from '../tokens/rows/begun.ts'
import { LoadingEnds } from '../tokens/rows/EndsParts.tsx'
import { ListHead } from '../tokens/rows/ListHead.tsx'
import { LoadingChips } from '../tokens/rows/LoadingChips.tsx'
import { SearchField } from '../tokens/rows/SearchField.tsx'
import { NOTHING_SELECTED } from '../tokens/rows/selection.ts'
import { TokenCards } from '../tokens/rows/TokenCards.tsx'
import { TokenTable } from '../tokens/rows/TokenTable.tsx'
import { finderOf, searchTexts } from '../tokens/rows/tokenSearch.ts'
import { useTokenTable } from '../tokens/rows/useTokenTable.ts'
import type { ListView } from '../tokens/rows/view.ts'
import { cleanSearch, USUAL_COLUMNS } from '../tokens/rows/view.ts'
import { useIsNarrow } from '../tokens/rows/width.ts'
import type { Token } from '../tokens/schema.ts'
import { sortedByUrgency } from '../tokens/state/expiry.ts'
import { t } from '../ui/i18n.tsx'
import { useNow } from '../ui/now.ts'

const textOf = searchTexts(plainWords)

interface Props {
  tokens: readonly Token[]
  open: (dialog: Dialog) => void
}

/** The list as ListedTokens.tsx shows it, with empty space for what only the page has. */
export function StartList({ tokens, open }: Props) {
  const now = useNow()
  const isNarrow = useIsNarrow()
  const [view, setView] = useState<ListView>({})
  const [selection, setSelection] = useState(NOTHING_SELECTED)
  const field = useRef<HTMLInputElement>(null)
  useLayoutEffect(() => noteBegun({ view, selection }), [view, selection])
  const q = useDeferredValue(view.q ?? '')
  const shown = useMemo(() => sortedByUrgency(tokens, now).filter(finderOf(q, textOf)), [tokens, now, q])
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
  return (
    <div className="start">
      <ListHead>
        <Room label={t('Create token')} />
      </ListHead>
      <LoadingEnds />
      <div className="list-tools">
        <div className="list-status">
          <p className="aside" role="status">
            {t('Loading')}
          </p>
        </div>
        <div className="rooms">
          <Room label={t('Which token is this?')} />
          <Room label={t('I may have leaked something')} />
          {isNarrow && <Room label={t('Sort')} />}
          <Room label={t('Save')} />
          <Room label={t('Columns')} />
        </div>
      </div>
      <div>
        <div className="list-bar">
          <LoadingChips />
          <SearchField text={view.q ?? ''} onChange={(text) => change({ q: cleanSearch(text) })} field={field} />
        </div>
        {shown.length > 0 && <Rows table={table} open={open} />}
      </div>
    </div>
  )
}

/** As large as the page's button with this label and an icon. */
const Room = ({ label }: { label: string }) => <span className="room">{label}</span>
