import GppMaybeOutlined from '@mui/icons-material/GppMaybeOutlined'
import ManageSearch from '@mui/icons-material/ManageSearch'
import MoreVert from '@mui/icons-material/MoreVert'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import ListItemIcon from '@mui/material/ListItemIcon'
import ListItemText from '@mui/material/ListItemText'
import ListSubheader from '@mui/material/ListSubheader'
import MenuItem from '@mui/material/MenuItem'
import { memo } from 'react'
import { flushSync } from 'react-dom'
import { number, t } from '../../ui/i18n.tsx'
import { MenuButton } from '../../ui/MenuButton.tsx'
import { useCapabilities } from '../capabilities/useCapabilities.ts'
import type { Dialog } from '../dialog.ts'
import type { TokenTableState } from '../rows/useTokenTable.ts'
import type { ChangeView, HideableColumn } from '../rows/view.ts'
import { useIsNarrow, useIsPhone } from '../rows/width.ts'
import { ColumnsMenu, columnItems } from './ColumnsMenu.tsx'
import { SaveMenu, saveItems } from './SaveMenu.tsx'
import { SortMenu } from './SortMenu.tsx'

interface Props {
  table: TokenTableState
  /** The columns beside the name. */
  shown: readonly HideableColumn[]
  change: ChangeView
  open: (dialog: Dialog) => void
}

/** Actions on the list as shown. On a phone most of them are behind one button, so that the tokens come first. */
export const ListTools = memo(function ListTools({ table, shown, change, open }: Props) {
  const count = table.rows.length
  const { byAccessToken } = useCapabilities()
  const isNarrow = useIsNarrow()
  const isPhone = useIsPhone()
  const questions = [
    { kind: 'find', text: t('Which token is this?'), icon: <ManageSearch /> } as const,
    !byAccessToken && ({ kind: 'leak', text: t('I may have leaked something'), icon: <GppMaybeOutlined /> } as const),
  ].filter((question) => question !== false)
  const saved = {
    tokensOf: () => table.rows,
    what: t('{{shown}} tokens, as shown', { count, shown: number(count), defaultValue_one: 'One token, as shown' }),
  }
  const columns = { shown, onChange: (columns: HideableColumn[]) => change({ columns }) }
  if (isPhone) {
    return (
      <Box sx={{ display: 'flex', ml: 'auto' }}>
        <SortMenu table={table} bare />
        <MenuButton label={t('More')} icon={<MoreVert />} bare>
          {(close) => [
            ...questions.map(({ kind, text, icon }) => (
              <MenuItem
                key={kind}
                onClick={() => {
                  // Close the menu first, so that the focus is on its button when the dialog remembers where to return
                  // it.
                  flushSync(close)
                  open({ kind })
                }}
              >
                <ListItemIcon>{icon}</ListItemIcon>
                <ListItemText primary={text} />
              </MenuItem>
            )),
            <ListSubheader key="save" role="none">
              {t('Save')}
            </ListSubheader>,
            ...saveItems(saved, close),
            <ListSubheader key="columns" role="none">
              {t('Columns')}
            </ListSubheader>,
            ...columnItems(columns),
          ]}
        </MenuButton>
      </Box>
    )
  }
  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', ml: 'auto' }}>
      {questions.map(({ kind, text, icon }) => (
        <Button key={kind} color="inherit" startIcon={icon} onClick={() => open({ kind })}>
          {text}
        </Button>
      ))}
      {isNarrow && <SortMenu table={table} />}
      <SaveMenu {...saved} />
      <ColumnsMenu {...columns} />
    </Box>
  )
})
