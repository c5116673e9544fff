import GppMaybeOutlined from '@mui/icons-material/GppMaybeOutlined'
import ManageSearch from '@mui/icons-material/ManageSearch'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { memo } from 'react'
import { number, t } from '../../ui/words.tsx'
import type { Dialog } from '../dialogs.ts'
import { useStanding } from '../standing.ts'
import { ColumnsMenu } from './ColumnsMenu.tsx'
import { SaveMenu } from './SaveMenu.tsx'
import { SortMenu } from './SortMenu.tsx'
import { useIsNarrow } from './useIsNarrow.ts'
import type { ChangeView } from './useListView.ts'
import type { TokenTableState } from './useTokenTable.ts'
import { tokensOf } from './useTokenTable.ts'
import type { HideableColumn } from './view.ts'

interface Props {
  table: TokenTableState
  hide: readonly HideableColumn[]
  change: ChangeView
  open: (dialog: Dialog) => void
}

/** What is done with the list as it is shown. */
export const ListTools = memo(function ListTools({ table, hide, change, open }: Props) {
  const count = table.getRowModel().rows.length
  const { byAccessToken } = useStanding()
  const narrow = useIsNarrow()
  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', ml: { sm: 'auto' } }}>
      <Button color="inherit" startIcon={<ManageSearch />} onClick={() => open({ kind: 'find' })}>
        {t('Which token is this?')}
      </Button>
      {!byAccessToken && (
        <Button color="inherit" startIcon={<GppMaybeOutlined />} onClick={() => open({ kind: 'leak' })}>
          {t('I may have leaked something')}
        </Button>
      )}
      {narrow && <SortMenu table={table} />}
      <SaveMenu
        tokensOf={() => tokensOf(table)}
        what={t('{{shown}} tokens, as shown', {
          count,
          shown: number(count),
          defaultValue_one: 'One token, as shown',
        })}
      />
      <ColumnsMenu hide={hide} onChange={(hide) => change({ hide })} />
    </Box>
  )
})
