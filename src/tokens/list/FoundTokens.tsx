import Button from '@mui/material/Button'
import Stack from '@mui/material/Stack'
import { memo, useMemo } from 'react'
import { t } from '../../ui/i18n.tsx'
import { focusHeading } from '../../ui/PageTitle.tsx'
import type { Dialog } from '../dialog.ts'
import type { HealthOf } from '../health/HealthContext.ts'
import { HealthContext } from '../health/HealthContext.ts'
import { PermissionWordsContext, usePermissionWords } from '../permissions/usePermissionWords.ts'
import type { Selection } from '../rows/selection.ts'
import { NOTHING_SELECTED } from '../rows/selection.ts'
import { TokenCards } from '../rows/TokenCards.tsx'
import { TokenTable } from '../rows/TokenTable.tsx'
import type { SetSelection, TokenTableState } from '../rows/useTokenTable.ts'
import type { ChangeView } from '../rows/view.ts'
import { useIsNarrow } from '../rows/width.ts'
import type { Token } from '../schema.ts'
import type { TokenList } from '../useAllTokens.ts'
import { ListStatus } from './ListStatus.tsx'
import { NothingFound } from './NothingFound.tsx'
import { SelectionBar } from './SelectionBar.tsx'
import type { ViewedList } from './useListView.ts'

interface Props {
  list: TokenList
  /** All tokens, shown or not. */
  tokens: readonly Token[]
  table: TokenTableState
  view: ViewedList
  /** How many of all are active. */
  active: number
  /** How many the search matches without the filter. */
  withoutFilter: number
  health: HealthOf
  selection: Selection
  setSelection: SetSelection
  open: (dialog: Dialog) => void
  change: ChangeView
  search: (text: string) => void
}

/** How many tokens the view matches, with their rows, or why there are none. */
export const FoundTokens = memo(function FoundTokens(props: Props) {
  const { list, tokens, table, view, active, withoutFilter, health, selection, setSelection, open, change, search } =
    props
  const narrow = useIsNarrow()
  const words = usePermissionWords()
  const Rows = narrow ? TokenCards : TokenTable
  const shown = table.rows
  const selected = useMemo(() => tokens.filter(({ uuid }) => selection.has(uuid)), [tokens, selection])
  const isNarrowed = view.show !== undefined || view.q.trim() !== ''
  return (
    <Stack spacing={1} useFlexGap>
      <ListStatus list={list} loaded={tokens.length} active={active} found={isNarrowed ? shown.length : null} />
      {shown.length > 0 ? (
        <HealthContext value={health}>
          <PermissionWordsContext value={words}>
            <Rows table={table} open={open} />
          </PermissionWordsContext>
        </HealthContext>
      ) : (
        <NothingFound
          list={list}
          q={view.q}
          show={view.show}
          without={withoutFilter}
          widen={() => {
            focusHeading()
            change({ show: undefined })
          }}
          clear={() => {
            focusHeading()
            search('')
            change({ show: undefined, q: undefined })
          }}
        />
      )}
      {selected.length > 0 && (
        <SelectionBar
          selected={selected}
          unseen={selected.length - shown.filter(({ uuid }) => selection.has(uuid)).length}
          open={open}
          clear={() => setSelection(NOTHING_SELECTED)}
        />
      )}
      {!narrow && (
        <Button
          size="small"
          color="inherit"
          sx={{ alignSelf: 'flex-start', ml: '-5px', color: 'text.secondary' }}
          onClick={() => open({ kind: 'keys' })}
        >
          {t('Keyboard')}
        </Button>
      )}
    </Stack>
  )
})
