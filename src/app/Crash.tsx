import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Stack from '@mui/material/Stack'
import Typography from '@mui/material/Typography'
import { basePath } from '../api/deployment.ts'
import { t } from '../ui/i18n.tsx'

/** Replaces everything when the frame itself has crashed. */
export function RootCrash() {
  return (
    <main>
      <Crash />
    </main>
  )
}

/** Shown after a bug. It prints nothing of the error, which may contain anything that was on the page. */
export function Crash() {
  return (
    <Box sx={{ maxWidth: 560, mx: 'auto', p: 3, mt: 8 }}>
      <title>{t('Something broke · Waldur Tokens')}</title>
      <Stack spacing={2} sx={{ alignItems: 'flex-start' }}>
        <Typography variant="h1">{t('Something broke on this page')}</Typography>
        <Typography>
          {t(
            'This is a fault of ours, not of yours. Nothing was changed by it. If a new secret was on screen, it is gone: rotate that token to get another one.',
          )}
        </Typography>
        <Stack direction="row" spacing={1.5}>
          <Button variant="contained" onClick={() => location.reload()}>
            {t('Reload the page')}
          </Button>
          <Button href={`${basePath}tokens`}>{t('Go to the list')}</Button>
        </Stack>
      </Stack>
    </Box>
  )
}
