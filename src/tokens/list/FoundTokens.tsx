import Button from '@mui/material/Button'
import Stack from '@mui/material/Stack'
import { memo, useMemo } from 'react'
import { t } from '../../ui/i18n.tsx'
import { focusHeading } from '../../ui/PageTitle.tsx'
import type { Dialog } from '../dialog.ts'
import { HealthContext } from '../health/HealthContext.ts'
import { PermissionWordsContext, usePermissionWords } from '../permissions/usePermissionWords.ts'
import { TokenCards } from '../rows/TokenCards.tsx'
import { TokenTable } from '../rows/TokenTable.tsx'
import type { TokenTableState } from '../rows/useTokenTable.ts'
import type { ChangeView } from '../rows/view.ts'
import { useIsNarrow } from '../rows/width.ts'
import type { Token } from '../schema.ts'
import type { TokenList } from '../useAllTokens.ts'
import { NothingFound } from './NothingFound.tsx'
import { SelectionBar } from './SelectionBar.tsx'
import type { ViewedList } from './useListView.ts'
import type { ShownTokens } from './useShownTokens.ts'

interface Props {
  list: TokenList
  /** All tokens, shown or not. */
  tokens: readonly Token[]
  found: ShownTokens
  table: TokenTableState
  view: ViewedList
  open: (dialog: Dialog) => void
  change: ChangeView
  search: (text: string) => void
}

/** The rows of the tokens that the view matches, or why there are none. */
export const FoundTokens = memo(function FoundTokens(props: Props) {
  const { list, tokens, found, table, view, open, change, search } = props
  const { rows: shown, selection } = table
  const narrow = useIsNarrow()
  const words = usePermissionWords()
  const Rows = narrow ? TokenCards : TokenTable
  const selected = useMemo(() => tokens.filter(({ uuid }) => selection.has(uuid)), [tokens, selection])
  return (
    <Stack spacing={1} useFlexGap>
      {shown.length > 0 ? (
        <HealthContext value={found.health}>
          <PermissionWordsContext value={words}>
            <Rows table={table} open={open} />
          </PermissionWordsContext>
        </HealthContext>
      ) : (
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
      )}
      {selected.length > 0 && (
        <SelectionBar
          selected={selected}
          unseen={selected.length - shown.filter(({ uuid }) => selection.has(uuid)).length}
          open={open}
          clear={table.clearSelection}
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
