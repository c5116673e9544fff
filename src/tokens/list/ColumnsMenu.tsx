import CheckBox from '@mui/icons-material/CheckBox'
import CheckBoxOutlineBlank from '@mui/icons-material/CheckBoxOutlineBlank'
import ViewColumnOutlined from '@mui/icons-material/ViewColumnOutlined'
import ListItemIcon from '@mui/material/ListItemIcon'
import ListItemText from '@mui/material/ListItemText'
import MenuItem from '@mui/material/MenuItem'
import type { ReactElement } from 'react'
import { t } from '../../ui/i18n.tsx'
import { MenuButton } from '../../ui/MenuButton.tsx'
import { columnLabel } from '../rows/texts.ts'
import type { HideableColumn, ListView } from '../rows/view.ts'
import { COLUMN_IDS, isHideable } from '../rows/view.ts'

interface Chosen {
  hide: readonly HideableColumn[]
  onChange: (hide: NonNullable<ListView['hide']>) => void
}

/** Chooses the visible columns. */
export function ColumnsMenu(chosen: Chosen) {
  return (
    <MenuButton label={t('Columns')} icon={<ViewColumnOutlined />}>
      {() => columnItems(chosen)}
    </MenuButton>
  )
}

/** Only the items. */
export const columnItems = ({ hide, onChange }: Chosen): ReactElement[] =>
  COLUMN_IDS.filter(isHideable).map((id) => {
    const isHidden = hide.includes(id)
    return (
      <MenuItem
        key={id}
        role="menuitemcheckbox"
        aria-checked={!isHidden}
        dense
        onClick={() => onChange(isHidden ? hide.filter((other) => other !== id) : [...hide, id])}
      >
        <ListItemIcon>
          {isHidden ? <CheckBoxOutlineBlank fontSize="small" /> : <CheckBox fontSize="small" color="primary" />}
        </ListItemIcon>
        <ListItemText primary={columnLabel(id)} />
      </MenuItem>
    )
  })
