import CheckBox from '@mui/icons-material/CheckBox'
import CheckBoxOutlineBlank from '@mui/icons-material/CheckBoxOutlineBlank'
import ViewColumnOutlined from '@mui/icons-material/ViewColumnOutlined'
import ListItemIcon from '@mui/material/ListItemIcon'
import ListItemText from '@mui/material/ListItemText'
import MenuItem from '@mui/material/MenuItem'
import { MenuButton } from '../../ui/MenuButton.tsx'
import { t } from '../../ui/words.tsx'
import { COLUMNS } from './columns.tsx'
import { columnLabel } from './texts.ts'
import type { HideableColumn, ListView } from './view.ts'
import { isHideable } from './view.ts'

interface Props {
  hide: readonly HideableColumn[]
  onChange: (hide: NonNullable<ListView['hide']>) => void
}

/** Which columns are shown. */
export function ColumnsMenu({ hide, onChange }: Props) {
  return (
    <MenuButton label={t('Columns')} icon={<ViewColumnOutlined />}>
      {() =>
        COLUMNS.map(({ id }) => {
          if (!isHideable(id)) return null
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
      }
    </MenuButton>
  )
}
