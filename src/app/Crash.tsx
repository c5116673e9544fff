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
      <title>{t('Something went wrong · Waldur Tokens')}</title>
      <Stack spacing={2} sx={{ alignItems: 'flex-start' }}>
        <Typography variant="h1">{t('Something went wrong on this page')}</Typography>
        <Typography>
          {t(
            'This is a bug in the page, and it didn’t change anything. If a new secret was on screen, it’s gone. Rotate that token to get another.',
          )}
        </Typography>
        <Stack direction="row" spacing={1.5}>
          <Button variant="contained" onClick={() => location.reload()}>
            {t('Reload page')}
          </Button>
          <Button href={`${basePath}tokens`}>{t('Go to your tokens')}</Button>
        </Stack>
      </Stack>
    </Box>
  )
}
