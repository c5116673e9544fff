import Box from '@mui/material/Box'
import Checkbox from '@mui/material/Checkbox'
import Typography from '@mui/material/Typography'
import { memo, useId } from 'react'
import { t } from '../../ui/words.tsx'
import type { Risk } from '../rules/presets.ts'
import { riskOf } from '../rules/presets.ts'

interface Props {
  value: string
  label: string
  checked: boolean
  /** Why it would do nothing, in words. */
  idle: string | undefined
  onToggle: (values: string[], on: boolean) => void
}

const RISKS: Record<Risk, () => string> = {
  global: () => t('Global: cannot be limited to entities'),
  'grants access': () => t('Can give or take access'),
  deletes: () => t('Can delete'),
}

/** One permission. Its name is its words alone; the raw value describes it. Memoised: there are 136 of them. */
export const ScopeRow = memo(function ScopeRow({ value, label, checked, idle, onToggle }: Props) {
  const id = useId()
  const risk = riskOf(value)
  return (
    <Box
      component="label"
      sx={{ display: 'flex', alignItems: 'flex-start', pl: 4, pr: 1.5, '&:hover': { bgcolor: 'action.hover' } }}
    >
      <Checkbox
        size="small"
        checked={checked}
        onChange={(_event, on) => onToggle([value], on)}
        slotProps={{ input: { 'aria-labelledby': `${id}-label`, 'aria-describedby': `${id}-value` } }}
        sx={{ p: 0.75 }}
      />
      <Box
        sx={{
          py: 0.75,
          flexGrow: 1,
          minWidth: 0,
          display: 'flex',
          flexWrap: 'wrap',
          alignItems: 'baseline',
          columnGap: 1.5,
        }}
      >
        <Typography id={`${id}-label`} variant="body2" component="bdi" sx={{ flexGrow: 1 }}>
          {label}
        </Typography>
        <Box id={`${id}-value`} sx={{ maxWidth: '100%' }}>
          <Typography
            variant="mono"
            component="div"
            sx={{ fontSize: '0.75rem', lineHeight: '1.25rem', color: 'text.secondary', overflowWrap: 'anywhere' }}
          >
            {value}
          </Typography>
          {risk && (
            <Typography variant="body2" sx={{ color: 'warning.main', fontSize: '0.8125rem' }}>
              {RISKS[risk]()}
            </Typography>
          )}
          {idle && (
            <Typography variant="body2" sx={{ color: 'text.secondary', fontSize: '0.8125rem' }}>
              {idle}
            </Typography>
          )}
        </Box>
      </Box>
    </Box>
  )
})
