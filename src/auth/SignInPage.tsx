import Box from '@mui/material/Box'
import Link from '@mui/material/Link'
import Paper from '@mui/material/Paper'
import Stack from '@mui/material/Stack'
import Typography from '@mui/material/Typography'
import type { Session } from '../api/credential.ts'
import { currentSettings } from '../api/deployment.ts'
import { Alert } from '../ui/Alert.tsx'
import { Brand } from '../ui/Brand.tsx'
import { t } from '../ui/i18n.tsx'
import { LanguageChoice } from '../ui/LanguageChoice.tsx'
import { LanguageNotice } from '../ui/LanguageNotice.tsx'
import { usePreload } from '../ui/lazy.tsx'
import { PageTitle } from '../ui/PageTitle.tsx'
import { SignInForm } from './SignInForm.tsx'
import { SignInNoticeAlert } from './SignInNoticeAlert.tsx'

/** Replaces the requested page, which is shown after signing in. */
export function SignInPage({ session }: { session: Session }) {
  const { helpLink } = currentSettings()
  usePreload(true)
  return (
    <Box
      component="main"
      sx={{ minHeight: '100dvh', display: 'grid', placeItems: { sm: 'center' }, p: { xs: 2, sm: 3 } }}
    >
      <Stack spacing={3} sx={{ width: '100%', maxWidth: 400, py: { xs: 3, sm: 6 } }}>
        <Brand />
        <Paper variant="outlined" sx={{ p: { xs: 2.5, sm: 4 } }}>
          <Stack spacing={2.5}>
            <Box>
              <PageTitle title={t('Sign in')} />
              <Typography variant="body2" sx={{ color: 'text.secondary', mt: 0.5 }}>
                {t('Manage your Waldur personal access tokens.')}
              </Typography>
            </Box>
            {session.ended && (
              <Alert role="note" severity="info">
                {t('Your session ended. Sign in to continue.')}
              </Alert>
            )}
            {session.notice && <SignInNoticeAlert notice={session.notice} />}
            <SignInForm />
          </Stack>
        </Paper>
        {helpLink && (
          <Link href={helpLink} target="_blank" rel="noreferrer" variant="body2" sx={{ alignSelf: 'center' }}>
            {t('Help')}
          </Link>
        )}
        <LanguageChoice />
        <LanguageNotice />
      </Stack>
    </Box>
  )
}
