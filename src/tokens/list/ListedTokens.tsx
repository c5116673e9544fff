import ManageSearch from '@mui/icons-material/ManageSearch'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Stack from '@mui/material/Stack'
import { useTheme } from '@mui/material/styles'
import useMediaQuery from '@mui/material/useMediaQuery'
import { useMemo, useRef } from 'react'
import { number, t } from '../../ui/words.tsx'
import type { Dialog } from '../dialogs.tsx'
import type { Token } from '../schema.ts'
import { HealthContext } from '../useHealth.ts'
import { ColumnsMenu } from './ColumnsMenu.tsx'
import { ListStatus } from './ListStatus.tsx'
import { NothingFound } from './NothingFound.tsx'
import { SaveMenu } from './SaveMenu.tsx'
import { SearchField } from './SearchField.tsx'
import { SelectionBar } from './SelectionBar.tsx'
import { StatCards } from './StatCards.tsx'
import { TokenCards } from './TokenCards.tsx'
import { TokenTable } from './TokenTable.tsx'
import type { TokenList } from './useAllTokens.ts'
import { useListKeys } from './useListKeys.ts'
import { useListView } from './useListView.ts'
import { useShownTokens } from './useShownTokens.ts'
import type { Selection, SetSelection } from './useTokenTable.ts'
import { useTokenTable } from './useTokenTable.ts'

interface Props {
  list: TokenList
  tokens: readonly Token[]
  open: (dialog: Dialog) => void
  /** Null where the caller may not. */
  create: (() => void) | null
  selection: Selection
  setSelection: SetSelection
}

/** The tokens with what finds, narrows and arranges them. */
export function ListedTokens({ list, tokens, open, create, selection, setSelection }: Props) {
  const { view, change, search } = useListView()
  const { shown, counts, wanted, withoutFilter, health } = useShownTokens(tokens, view)
  const table = useTokenTable({ tokens: shown, sort: view.sort, hide: view.hide, change, selection, setSelection })
  const rows = table.getRowModel().rows
  const arranged = useMemo(() => rows.map((row) => row.original), [rows])
  const selected = useMemo(() => tokens.filter(({ uuid }) => selection[uuid]), [tokens, selection])
  const field = useRef<HTMLInputElement>(null)
  useListKeys({ '/': () => field.current?.focus(), n: () => create?.(), '?': () => open({ kind: 'keys' }) })
  const narrow = useMediaQuery(useTheme().breakpoints.down('md'))
  const Rows = narrow ? TokenCards : TokenTable
  const isNarrowed = wanted.show !== undefined || wanted.q.trim() !== ''
  return (
    <Stack spacing={2}>
      <StatCards counts={counts} shown={view.show} onChange={(show) => change({ show }, { replace: false })} />
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1.5, alignItems: 'center' }}>
        <SearchField text={view.q} onChange={search} field={field} />
        <Box sx={{ display: 'flex', flexWrap: 'wrap', ml: { sm: 'auto' } }}>
          <Button color="inherit" startIcon={<ManageSearch />} onClick={() => open({ kind: 'find' })}>
            {t('Which token is this?')}
          </Button>
          <SaveMenu
            tokens={arranged}
            what={t('{{shown}} tokens, as shown', {
              count: arranged.length,
              shown: number(arranged.length),
              defaultValue_one: 'One token, as shown',
            })}
          />
          <ColumnsMenu hide={view.hide} onChange={(hide) => change({ hide })} />
        </Box>
      </Box>
      <Stack spacing={1}>
        <ListStatus list={list} active={counts.active} found={isNarrowed ? shown.length : null} />
        {shown.length > 0 ? (
          <HealthContext value={health}>
            <Rows table={table} open={open} />
          </HealthContext>
        ) : (
          <NothingFound
            list={list}
            q={wanted.q}
            show={wanted.show}
            without={withoutFilter}
            widen={() => change({ show: undefined })}
            clear={() => {
              search('')
              change({ show: undefined, q: undefined })
            }}
          />
        )}
        {selected.length > 0 && (
          <SelectionBar
            selected={selected}
            unseen={selected.length - arranged.filter(({ uuid }) => selection[uuid]).length}
            open={open}
            clear={() => setSelection({})}
          />
        )}
        {!narrow && (
          <Button
            size="small"
            color="inherit"
            sx={{ alignSelf: 'flex-start', color: 'text.secondary' }}
            onClick={() => open({ kind: 'keys' })}
          >
            {t('Keyboard')}
          </Button>
        )}
      </Stack>
    </Stack>
  )
}
