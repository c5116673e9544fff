import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Dialog from '@mui/material/Dialog'
import LinearProgress from '@mui/material/LinearProgress'
import Stack from '@mui/material/Stack'
import Typography from '@mui/material/Typography'
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { Fragment, useEffect, useId } from 'react'
import { currentSession, endSession, forgetSession } from '../api/credential.ts'
import { Notice } from '../ui/Notice.tsx'
import { useLanguageOf } from '../ui/spoken.ts'
import { Waiting } from '../ui/Waiting.tsx'
import { t } from '../ui/words.tsx'
import { SessionWarning } from './SessionWarning.tsx'
import { SignInForm } from './SignInForm.tsx'
import { SignInPage } from './SignInPage.tsx'
import { onSignOutElsewhere, useSession, useSignInHeld } from './session.ts'
import { useHomeport } from './sharedSession.ts'
import { userQuery } from './user.ts'

/**
 * The gate: whoever stands behind it is signed in and known. When a session ends in the middle the page stays as it
 * is, with what was typed, under a sign-in form; another user starts on a fresh page.
 */
export function SignedIn({ children }: { children: ReactNode }) {
  const session = useSession()
  const held = useSignInHeld()
  const user = useQuery({ ...userQuery(), enabled: session.authorization !== null && !session.ended })
  const uuid = user.data?.uuid
  useHomeport(session.authorization === null || session.ended, held)
  const isSpoken = useLanguageOf(user.data)

  useEffect(
    () =>
      onSignOutElsewhere((gone) => {
        const { authorization } = currentSession()
        // Signing out elsewhere ends the user's one session token; a personal access token lives on.
        if (gone === uuid && authorization?.startsWith('Token ')) endSession(authorization)
      }),
    [uuid],
  )

  if (session.authorization === null || (session.ended && !user.data)) return <SignInPage session={session} />
  if (user.data && isSpoken) {
    return (
      <>
        <Fragment key={uuid}>{children}</Fragment>
        {session.ended ? !held && <SessionEnded /> : <SessionWarning />}
      </>
    )
  }
  return (
    <Box component="main" sx={{ maxWidth: 560, mx: 'auto', p: 3, mt: 8 }}>
      {user.error ? (
        <Stack spacing={2} sx={{ alignItems: 'flex-start' }}>
          <Notice error={user.error} retry={() => void user.refetch()}>
            {t('You are signed in, but your profile cannot be read.')}
          </Notice>
          <Button onClick={() => forgetSession()}>{t('Sign in as someone else')}</Button>
        </Stack>
      ) : (
        <Waiting query={user} queryKey={userQuery().queryKey}>
          <LinearProgress aria-label={t('Loading your profile')} />
        </Waiting>
      )}
    </Box>
  )
}

/** Covers the page, which may show what the next person at this screen should not see. */
function SessionEnded() {
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
