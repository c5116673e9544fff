import Button from '@mui/material/Button'
import Menu from '@mui/material/Menu'
import MenuItem from '@mui/material/MenuItem'
import Stack from '@mui/material/Stack'
import ToggleButton from '@mui/material/ToggleButton'
import ToggleButtonGroup from '@mui/material/ToggleButtonGroup'
import { useState } from 'react'
import { t } from '../../ui/words.tsx'
import type { Preset } from '../rules/presets.ts'
import { PRESETS, presetOf, presetScopes, TEMPLATES } from '../rules/presets.ts'

interface Props {
  available: readonly string[]
  /** Those that can be limited to an entity, once they are known. */
  bindable: ReadonlySet<string>
  chosen: readonly string[]
  /** @param wanted more than there is, for a template */
  onChoose: (wanted: readonly string[]) => void
}

const LABELS: Record<Preset, () => string> = {
  none: () => t('None'),
  'read only': () => t('Read only'),
  'all bindable': () => t('All I can bind'),
}

/** Many permissions at once; what is chosen one by one is "Custom". */
export function ScopePresets({ available, bindable, chosen, onChoose }: Props) {
  const [menu, setMenu] = useState<HTMLElement | null>(null)
  return (
    <Stack direction="row" spacing={1} useFlexGap sx={{ flexWrap: 'wrap', mb: 1.5 }}>
      <ToggleButtonGroup
        exclusive
        size="small"
        aria-label={t('Choose many at once')}
        // Between words only: there is room for the longest of each.
        sx={{ '& .MuiToggleButton-root': { overflowWrap: 'normal' } }}
        value={presetOf(chosen, available, bindable)}
        // Null for the one that is chosen already.
        onChange={(_event, preset: Preset | null) => {
          if (preset !== null) onChoose(presetScopes(preset, available, bindable))
        }}
      >
        {PRESETS.map((preset) => (
          <ToggleButton key={preset} value={preset} disabled={preset === 'all bindable' && bindable.size === 0}>
            {LABELS[preset]()}
          </ToggleButton>
        ))}
        {/* A state to see, not to choose. */}
        <ToggleButton value="custom" disabled>
          {t('Custom')}
        </ToggleButton>
      </ToggleButtonGroup>
      <Button
        size="small"
        color="inherit"
        aria-haspopup="menu"
        aria-expanded={menu !== null}
        sx={{ ml: { xs: -0.75, sm: 0 } }}
        onClick={(event) => setMenu(event.currentTarget)}
      >
        {t('For a common job…')}
      </Button>
      <Menu anchorEl={menu} open={menu !== null} onClose={() => setMenu(null)}>
        {TEMPLATES.map(({ label, scopes }) => (
          <MenuItem
            key={label()}
            dense
            onClick={() => {
              setMenu(null)
              onChoose(scopes)
            }}
          >
            {label()}
          </MenuItem>
        ))}
      </Menu>
    </Stack>
  )
}
