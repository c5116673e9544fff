import ToggleButton from '@mui/material/ToggleButton'
import ToggleButtonGroup from '@mui/material/ToggleButtonGroup'
import { t } from '../../ui/i18n.tsx'
import type { Preset } from '../permissions/presets.ts'
import { PRESETS, presetOf, presetScopes } from '../permissions/presets.ts'

interface Props {
  available: readonly string[]
  /** The permissions that can be limited to a place, once known; null if Waldur has no places. */
  bindable: ReadonlySet<string> | null
  chosen: readonly string[]
  /** The choice is a template's, so none of the presets is selected. */
  isJob: boolean
  onChoose: (wanted: readonly string[]) => void
}

const LABELS: Record<Preset, () => string> = {
  none: () => t('None'),
  'all bindable': () => t('All that can be limited'),
}

/** Many permissions at once. Individual choices are "Custom". */
export function ScopePresets({ available, bindable, chosen, isJob, onChoose }: Props) {
  const limitable = bindable ?? new Set()
  return (
    <ToggleButtonGroup
      exclusive
      size="small"
      aria-label={t('Permission presets')}
      // Break only between words; there is space for the longest of each.
      sx={{ mb: 1.5, '& .MuiToggleButton-root': { overflowWrap: 'normal' } }}
      value={isJob ? null : presetOf(chosen, available, limitable)}
      // Null if the selected preset is pressed again.
      onChange={(_event, preset: Preset | null) => {
        if (preset !== null) onChoose(presetScopes(preset, available, limitable))
      }}
    >
      {PRESETS.filter((preset) => preset === 'none' || bindable).map((preset) => (
        <ToggleButton key={preset} value={preset} disabled={preset === 'all bindable' && limitable.size === 0}>
          {LABELS[preset]()}
        </ToggleButton>
      ))}
      {/* Shows a state and cannot be chosen. */}
      <ToggleButton value="custom" disabled>
        {t('Custom')}
      </ToggleButton>
    </ToggleButtonGroup>
  )
}
