import Box from '@mui/material/Box'
import { basePath, currentSettings } from '../api/deployment.ts'
import { t } from './i18n.tsx'

/** The logo, the name, and the operator's site name. */
export function Brand() {
  const { siteName } = currentSettings()
  return (
    <Box component="span" sx={{ display: 'inline-flex', alignItems: 'center', gap: 1.25, fontWeight: 650 }}>
      <Box component="img" src={`${basePath}icon.svg`} alt="" width={26} height={26} sx={{ display: 'block' }} />
      {t('Waldur Tokens')}
      {siteName && (
        <Box
          component="bdi"
          sx={{
            fontWeight: 400,
            color: 'text.secondary',
            paddingInlineStart: 1.25,
            borderInlineStart: '1px solid',
            borderColor: 'divider',
          }}
        >
          {siteName}
        </Box>
      )}
    </Box>
  )
}
