import Alert from '@mui/material/Alert'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Dialog from '@mui/material/Dialog'
import Link from '@mui/material/Link'
import Paper from '@mui/material/Paper'
import Stack from '@mui/material/Stack'
import Typography from '@mui/material/Typography'
import { useId } from 'react'
import type { Session, SignInNotice } from '../api/credential.ts'
import { forgetSession } from '../api/credential.ts'
import { currentSettings } from '../api/deployment.ts'
import { Brand } from '../ui/Brand.tsx'
import { ErrorText } from '../ui/ErrorText.tsx'
import { LanguageChoice } from '../ui/LanguageChoice.tsx'
import { LanguageNotice } from '../ui/LanguageNotice.tsx'
import { Name } from '../ui/Name.tsx'
import { cutTo } from '../ui/names.ts'
import { PageTitle } from '../ui/PageTitle.tsx'
import { t, Words } from '../ui/words.tsx'
import { SignInForm } from './SignInForm.tsx'

/** Shown in place of whatever page the address names, which is there after signing in. */
export function SignInPage({ session }: { session: Session }) {
  const { helpLink } = currentSettings()
  return (
    <Box
      component="main"
      sx={{ minHeight: '100dvh', display: 'grid', placeItems: { sm: 'center' }, p: { xs: 2, sm: 3 } }}
    >
      <Stack spacing={3} sx={{ width: '100%', maxWidth: 400, py: { xs: 3, sm: 6 } }}>
        <Brand />
        <Paper variant="outlined" sx={{ p: { xs: 2.5, sm: 4 }, borderRadius: 3 }}>
          <Stack spacing={2.5}>
            <Box>
              <PageTitle title={t('Sign in')} />
              <Typography variant="body2" sx={{ color: 'text.secondary', mt: 0.5 }}>
                {t('Create, rotate and revoke your personal access tokens for Waldur.')}
              </Typography>
            </Box>
            {session.ended && <Alert severity="info">{t('Your session ended. Sign in to go on.')}</Alert>}
            {session.notice && <Notice notice={session.notice} />}
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

function Notice({ notice }: { notice: SignInNotice }) {
  switch (notice.kind) {
    case 'untold':
      return (
        <Alert severity="warning">
          {t(
            'This browser has forgotten the session, but the server could not be told; it stays valid until it expires.',
          )}
        </Alert>
      )
    case 'known elsewhere':
      return (
        <Alert severity="info">
          {notice.signOutAt === null ? (
            t(
              'You are signed out here. Your identity provider may still know you, but Waldur gave no address to sign out there.',
            )
          ) : (
            <Words
              text={t('You are signed out here. Your identity provider still knows you: [[link]].')}
              link={
                <Link href={notice.signOutAt.href} rel="noreferrer">
                  {t('sign out at {{host}} as well', { host: notice.signOutAt.host })}
                </Link>
              }
            />
          )}
        </Alert>
      )
    case 'refused':
      return (
        <Alert severity="error">
          {t('You were not signed in.')}{' '}
          {notice.message.trim() !== '' && (
            // Whoever made the address wrote it.
            <Words
              text={t('The identity provider says: “[[words]]”')}
              words={<Name of={cutTo(200, notice.message)} />}
            />
          )}
        </Alert>
      )
    case 'failed':
      return (
        <Alert severity="error">
          {t('You were not signed in.')} <ErrorText error={notice.error} />
        </Alert>
      )
    case 'not begun here':
      return (
        <Alert severity="warning">
          {t('A sign-in arrived that was not begun in this tab, or too long ago, so it was not used. Sign in again.')}
        </Alert>
      )
    case 'unreadable in HomePort':
      return (
        <Alert severity="warning">
          {t(
            'This browser holds a HomePort sign-in that can’t be read, so it wasn’t used. Sign in here, or sign in to HomePort again.',
          )}
        </Alert>
      )
  }
}

/** Covers the page, which may show what the next person at this screen should not see. */
export function SessionEnded() {
  const id = useId()
  return (
    <Dialog open fullScreen aria-labelledby={id} transitionDuration={0}>
      <Stack spacing={2.5} sx={{ width: '100%', maxWidth: 400, m: 'auto', p: 2 }}>
        <Box>
          <Typography id={id} variant="h1" component="h2">
            {t('Your session ended')}
          </Typography>
          <Typography sx={{ color: 'text.secondary', mt: 1 }}>
            {t('Sign in to go on where you were. What you entered is kept.')}
          </Typography>
        </Box>
        <SignInForm leavesPage />
        <Button color="inherit" onClick={() => forgetSession()}>
          {t('Leave instead')}
        </Button>
      </Stack>
    </Dialog>
  )
}
