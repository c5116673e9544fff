import Box from '@mui/material/Box'
import Stack from '@mui/material/Stack'
import { useTheme } from '@mui/material/styles'
import useMediaQuery from '@mui/material/useMediaQuery'
import { useRef, useState } from 'react'
import type { Dialog } from '../dialogs.tsx'
import type { Token } from '../schema.ts'
import { ColumnsMenu } from './ColumnsMenu.tsx'
import { ListStatus } from './ListStatus.tsx'
import { NothingFound } from './NothingFound.tsx'
import { SearchField } from './SearchField.tsx'
import { StatCards } from './StatCards.tsx'
import { TokenCards } from './TokenCards.tsx'
import { TokenTable } from './TokenTable.tsx'
import type { TokenList } from './useAllTokens.ts'
import { useListView } from './useListView.ts'
import { useShownTokens } from './useShownTokens.ts'
import type { Selection } from './useTokenTable.ts'
import { useTokenTable } from './useTokenTable.ts'

interface Props {
  list: TokenList
  tokens: readonly Token[]
  open: (dialog: Dialog) => void
}

/** The tokens with what finds, narrows and arranges them. */
export function ListedTokens({ list, tokens, open }: Props) {
  const { view, change, search } = useListView()
  const { shown, counts, wanted, withoutFilter } = useShownTokens(tokens, view)
  const [selection, setSelection] = useState<Selection>({})
  const table = useTokenTable({ tokens: shown, sort: view.sort, hide: view.hide, change, selection, setSelection })
  const field = useRef<HTMLInputElement>(null)
  const narrow = useMediaQuery(useTheme().breakpoints.down('md'))
  const Rows = narrow ? TokenCards : TokenTable
  const isNarrowed = wanted.show !== undefined || wanted.q.trim() !== ''
  return (
    <Stack spacing={2}>
      <StatCards counts={counts} shown={view.show} onChange={(show) => change({ show }, { replace: false })} />
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1.5, alignItems: 'center' }}>
        <SearchField text={view.q} onChange={search} field={field} />
        <Box sx={{ display: 'flex', flexWrap: 'wrap', ml: 'auto' }}>
          <ColumnsMenu hide={view.hide} onChange={(hide) => change({ hide })} />
        </Box>
      </Box>
      <Stack spacing={1}>
        <ListStatus list={list} active={counts.active} found={isNarrowed ? shown.length : null} />
        {shown.length > 0 ? (
          <Rows table={table} open={open} />
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
      </Stack>
    </Stack>
  )
}
