import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Stack from '@mui/material/Stack'
import Typography from '@mui/material/Typography'
import { t } from '../ui/i18n.tsx'

/** Replaces everything when the settings are unusable, so that we do not know where Waldur is. */
export function SettingsCrash({ problem }: { problem: string }) {
  return (
    <Box component="main" sx={{ maxWidth: 560, mx: 'auto', p: 3, mt: 8 }}>
      <title>{t('Can’t read configuration · Waldur Tokens')}</title>
      <Stack spacing={2} sx={{ alignItems: 'flex-start' }}>
        <Typography variant="h1">{t('Can’t read this page’s configuration')}</Typography>
        <Typography>
          {t(
            'Nothing was sent to Waldur, and your tokens are unchanged. Try again. If this keeps happening, send the details below to your Waldur administrator.',
          )}
        </Typography>
        <Typography variant="mono" component="p" sx={{ overflowWrap: 'anywhere' }}>
          {problem}
        </Typography>
        <Button variant="contained" onClick={() => window.location.reload()}>
          {t('Try again')}
        </Button>
      </Stack>
    </Box>
  )
}
