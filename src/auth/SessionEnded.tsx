import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Stack from '@mui/material/Stack'
import Typography from '@mui/material/Typography'
import { useId, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import { forgetSession } from '../api/credential.ts'
import { Alert } from '../ui/Alert.tsx'
import { t } from '../ui/i18n.tsx'
import type { OpenSecret } from './openSecret.ts'
import { closeOpenSecret, useOpenSecret } from './openSecret.ts'
import { SignInForm } from './SignInForm.tsx'
import { SignInNoticeAlert } from './SignInNoticeAlert.tsx'
import { useSession } from './session.ts'

/** On the cover of a page whose session has ended: sign in again, or leave. */
export function SessionEnded() {
  const secret = useOpenSecret()
  const { notice } = useSession()
  return (
    <Stack spacing={2.5}>
      {notice?.kind === 'passkey asked' && (
        <Box sx={{ pt: 1 }}>
          <SignInNoticeAlert notice={notice} />
        </Box>
      )}
      <Typography sx={{ color: 'text.secondary', pt: 1 }}>
        {secret
          ? t(
              'The new secret is still here. Sign in with the same account to see it. It’s gone for good if another user signs in.',
            )
          : t('Sign in to pick up where you left off. What you entered is still here.')}
      </Typography>
      <SignInForm keepsPage />
      {secret ? (
        <CloseSecret question={secret.question} />
      ) : (
        <Button color="inherit" onClick={() => forgetSession()}>
          {t('Leave this page')}
        </Button>
      )}
    </Stack>
  )
}

/** Closes the secret without signing in, for a user who has already copied it. */
function CloseSecret({ question }: OpenSecret) {
  const id = useId()
  const done = useRef<HTMLButtonElement>(null)
  const [asking, setAsking] = useState(false)
  const goBack = () => {
    flushSync(() => setAsking(false))
    done.current?.focus()
  }
  if (!asking || question === null) {
    return (
      <Button ref={done} color="inherit" onClick={() => (question === null ? closeOpenSecret() : setAsking(true))}>
        {t('Done')}
      </Button>
    )
  }
  return (
    <>
      <Alert role="group" severity="warning" aria-label={question} id={id}>
        {question}
      </Alert>
      <Stack direction="row" spacing={1} sx={{ justifyContent: 'flex-end' }}>
        <Button color="inherit" onClick={closeOpenSecret}>
          {t('Close anyway')}
        </Button>
        <Button variant="contained" autoFocus aria-describedby={id} onClick={goBack}>
          {t('Go back')}
        </Button>
      </Stack>
    </>
  )
}
