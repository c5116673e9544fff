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
import type { HideableColumn } from '../rows/view.ts'
import { COLUMN_IDS, isHideable } from '../rows/view.ts'

const IDS = COLUMN_IDS.filter(isHideable)

interface Chosen {
  shown: readonly HideableColumn[]
  onChange: (shown: HideableColumn[]) => void
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
export const columnItems = ({ shown, onChange }: Chosen): ReactElement[] =>
  IDS.map((id) => {
    const isShown = shown.includes(id)
    return (
      <MenuItem
        key={id}
        role="menuitemcheckbox"
        aria-checked={isShown}
        dense
        onClick={() => onChange(IDS.filter((other) => (other === id) !== shown.includes(other)))}
      >
        <ListItemIcon>
          {isShown ? <CheckBox fontSize="small" color="primary" /> : <CheckBoxOutlineBlank fontSize="small" />}
        </ListItemIcon>
        <ListItemText primary={columnLabel(id)} />
      </MenuItem>
    )
  })
