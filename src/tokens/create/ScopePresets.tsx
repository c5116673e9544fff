import ToggleButton from '@mui/material/ToggleButton'
import ToggleButtonGroup from '@mui/material/ToggleButtonGroup'
import { t } from '../../ui/words.tsx'
import type { Preset } from '../permissions/presets.ts'
import { PRESETS, presetOf, presetScopes } from '../permissions/presets.ts'

interface Props {
  available: readonly string[]
  /** Those that can be limited to a place, once they are known; null where Waldur knows no places. */
  bindable: ReadonlySet<string> | null
  chosen: readonly string[]
  /** Whether the choice is a job's: then it is none of these. */
  isJob: boolean
  onChoose: (wanted: readonly string[]) => void
}

const LABELS: Record<Preset, () => string> = {
  none: () => t('None'),
  'all bindable': () => t('All that can be limited'),
}

/** Many permissions at once; what is chosen one by one is "Custom". */
export function ScopePresets({ available, bindable, chosen, isJob, onChoose }: Props) {
  const limitable = bindable ?? new Set()
  return (
    <ToggleButtonGroup
      exclusive
      size="small"
      aria-label={t('Permission presets')}
      // Between words only: there is room for the longest of each.
      sx={{ mb: 1.5, '& .MuiToggleButton-root': { overflowWrap: 'normal' } }}
      value={isJob ? null : presetOf(chosen, available, limitable)}
      // Null for the one that is chosen already.
      onChange={(_event, preset: Preset | null) => {
        if (preset !== null) onChoose(presetScopes(preset, available, limitable))
      }}
    >
      {PRESETS.filter((preset) => preset === 'none' || bindable).map((preset) => (
        <ToggleButton key={preset} value={preset} disabled={preset === 'all bindable' && limitable.size === 0}>
          {LABELS[preset]()}
        </ToggleButton>
      ))}
      {/* A state to see, not to choose. */}
      <ToggleButton value="custom" disabled>
        {t('Custom')}
      </ToggleButton>
    </ToggleButtonGroup>
  )
}
