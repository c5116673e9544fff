import CloudOffOutlined from '@mui/icons-material/CloudOffOutlined'
import Box from '@mui/material/Box'
import { useOnline } from '../ui/useOnline.ts'
import { t } from '../ui/words.tsx'

/** In sight however far the page is scrolled; what it means for the page, the page says once, at its top. */
export function OfflineMark() {
  if (useOnline()) return null
  return (
    <Box
      sx={{ display: 'flex', alignItems: 'center', gap: 0.75, mx: 1, fontSize: '0.875rem', color: 'text.secondary' }}
    >
      <CloudOffOutlined fontSize="small" /> {t('Offline')}
    </Box>
  )
}
