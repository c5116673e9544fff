import Box from '@mui/material/Box'
import Checkbox from '@mui/material/Checkbox'
import FormControlLabel from '@mui/material/FormControlLabel'
import type { ReactNode } from 'react'

interface Props {
  label: ReactNode
  checked: boolean
  onChange: (checked: boolean) => void
}

/** A checkbox to confirm what will stop, in a frame because the button waits for it. */
export const UnderstandStop = ({ label, checked, onChange }: Props) => (
  <Box sx={{ border: 1, borderColor: 'divider', borderRadius: '10px', px: 1.75, py: 0.5 }}>
    <FormControlLabel
      control={<Checkbox checked={checked} onChange={(_event, next) => onChange(next)} />}
      label={label}
      slotProps={{ typography: { sx: { fontWeight: 500 } } }}
      sx={{ display: 'flex', marginInlineEnd: 0, alignItems: 'center' }}
    />
  </Box>
)
