import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { t } from '../../ui/i18n.tsx'
import { isSame } from '../permissions/presets.ts'

interface Props {
  available: readonly string[]
  /** The permissions that can be limited to a place, once known; null if Waldur has no places. */
  bindable: ReadonlySet<string> | null
  chosen: readonly string[]
  onChoose: (wanted: readonly string[]) => void
  onClear: () => void
}

/** Many permissions at once, or none. The right one keeps its place when the other appears. */
export function ScopePresets({ available, bindable, chosen, onChoose, onClear }: Props) {
  const limitable = available.filter((scope) => bindable?.has(scope))
  return (
    <Box role="group" aria-label={t('Permission presets')} sx={{ mx: -0.75, '& > button': { minWidth: 0 } }}>
      {chosen.length > 0 && (
        <Button size="small" onClick={onClear}>
          {t('Clear')}
        </Button>
      )}
      {limitable.length > 0 && (
        <Button size="small" aria-pressed={isSame(limitable, chosen)} onClick={() => onChoose(limitable)}>
          {t('All that can be limited')}
        </Button>
      )}
    </Box>
  )
}
