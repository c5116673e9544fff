import ToggleButton from '@mui/material/ToggleButton'
import ToggleButtonGroup from '@mui/material/ToggleButtonGroup'
import { t } from '../../ui/words.tsx'
import type { Preset } from '../rules/presets.ts'
import { PRESETS, presetOf, presetScopes } from '../rules/presets.ts'

interface Props {
  available: readonly string[]
  /** Those that can be limited to a place, once they are known. */
  bindable: ReadonlySet<string>
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
  return (
    <ToggleButtonGroup
      exclusive
      size="small"
      aria-label={t('Permission presets')}
      // Between words only: there is room for the longest of each.
      sx={{ mb: 1.5, '& .MuiToggleButton-root': { overflowWrap: 'normal' } }}
      value={isJob ? null : presetOf(chosen, available, bindable)}
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
  )
}
