import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import LinearProgress from '@mui/material/LinearProgress'
import Stack from '@mui/material/Stack'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { Fragment, useEffect } from 'react'
import { currentSession, endSession, forgetSession, leaveNotice } from '../api/credential.ts'
import { asksForPasskey } from '../api/errors.ts'
import { Brand } from '../ui/Brand.tsx'
import { Cover } from '../ui/Cover.tsx'
import { t } from '../ui/i18n.tsx'
import { useLanguageOf } from '../ui/locale.ts'
import { Notice } from '../ui/Notice.tsx'
import { TopBar } from '../ui/TopBar.tsx'
import { Waiting } from '../ui/Waiting.tsx'
import { continueWith, onHandOver } from './handOver.ts'
import { SessionEnded } from './SessionEnded.tsx'
import { SessionWarning } from './SessionWarning.tsx'
import { SignInNoticeAlert } from './SignInNoticeAlert.tsx'
import { SignInPage } from './SignInPage.tsx'
import { onSignOutElsewhere, useSession } from './session.ts'
import { useHomeport } from './sharedSession.ts'
import { userQuery } from './user.ts'

/**
 * The gate: behind it the user is signed in and loaded. When a session ends, the page stays as it is, with its input
 * and an open secret, covered by a sign-in form. Another user starts on a fresh page.
 */
export function SignedIn({ children }: { children: ReactNode }) {
  const client = useQueryClient()
  const session = useSession()
  const user = useQuery({
    ...userQuery(),
    enabled: session.authorization !== null && !session.ended,
    // Show a failure from before the page was there (headStart.ts) instead of asking again.
    retryOnMount: false,
  })
  const uuid = user.data?.uuid
  useHomeport(session.authorization === null || session.ended)
  const isSpoken = useLanguageOf(user.data)

  useEffect(
    () =>
      onSignOutElsewhere((gone) => {
        const { authorization } = currentSession()
        // Signing out elsewhere ends the user's one session token. A personal access token stays valid.
        if (gone === uuid && authorization?.startsWith('Token ')) endSession(authorization)
      }),
    [uuid],
  )

  const isCovered = session.ended && user.data !== undefined
  useEffect(() => {
    if (isCovered) return onHandOver((authorization) => void continueWith(client, authorization))
  }, [client, isCovered])

  if (session.authorization === null || (session.ended && !user.data)) return <SignInPage session={session} />
  if (user.data && isSpoken) {
    return (
      <>
        {session.notice && <SignInNoticeAlert notice={session.notice} onClose={() => leaveNotice(null)} />}
        <Fragment key={uuid}>{children}</Fragment>
        {session.ended ? (
          <Cover
            title={
              session.notice?.kind === 'passkey asked' ? t('Waldur asks for your passkey') : t('Your session ended')
            }
          >
            <SessionEnded />
          </Cover>
        ) : (
          <SessionWarning />
        )}
      </>
    )
  }
  return (
    <>
      <TopBar>
        <Brand />
      </TopBar>
      <Box component="main" sx={{ maxWidth: 560, mx: 'auto', px: 3, py: 4 }}>
        <Stack spacing={2}>
          {!user.error && (
            <Waiting query={user} queryKey={userQuery().queryKey}>
              <LinearProgress aria-label={t('Loading your profile')} />
            </Waiting>
          )}
          <Notice error={user.error} retry={() => void user.refetch()}>
            {!asksForPasskey(user.error) && t('You’re signed in, but your profile couldn’t be loaded.')}
          </Notice>
          {user.error && (
            <Button sx={{ alignSelf: 'flex-start' }} onClick={() => forgetSession()}>
              {t('Sign in as someone else')}
            </Button>
          )}
        </Stack>
      </Box>
    </>
  )
}
