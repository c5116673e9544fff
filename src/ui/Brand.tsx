import Box from '@mui/material/Box'
import { t } from './words.tsx'

/** The mark and the name. */
export function Brand() {
  return (
    <Box component="span" sx={{ display: 'inline-flex', alignItems: 'center', gap: 1.25, fontWeight: 650 }}>
      <Box component="img" src="/icon.svg" alt="" width={26} height={26} sx={{ display: 'block' }} />
      {t('Waldur Tokens')}
    </Box>
  )
}
