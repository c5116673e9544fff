import { zodResolver } from '@hookform/resolvers/zod'
import Stack from '@mui/material/Stack'
import type { ReactNode } from 'react'
import { useId, useState } from 'react'
import { useForm } from 'react-hook-form'
import * as z from 'zod/mini'
import type { Keep } from '../api/credential.ts'
import { isAccessToken } from '../api/credential.ts'
import { ApiError } from '../api/errors.ts'
import { Alert } from '../ui/Alert.tsx'
import { AlertPlace } from '../ui/AlertPlace.tsx'
import { ErrorText } from '../ui/ErrorText.tsx'
import { t } from '../ui/i18n.tsx'
import { SecretInput } from '../ui/SecretInput.tsx'
import { Spoken } from '../ui/Spoken.tsx'
import { SteadyButton } from '../ui/SteadyButton.tsx'
import { takeFilled } from '../ui/takeFilled.ts'
import { useSend } from '../ui/useSend.ts'
import { openSecret } from './openSecret.ts'
import { readPastedToken } from './pastedToken.ts'
import { isRejection, useSignIn } from './signIn.ts'

const ByToken = z.object({
  token: z.pipe(
    z.string(),
    z.transform((text, context) => {
      const read = readPastedToken(text)
      // A personal access token may be weaker than the new secret, and more people may have it.
      const isTooLittle = openSecret() !== null && 'authorization' in read && isAccessToken(read.authorization)
      if ('authorization' in read && !isTooLittle) return read.authorization
      const message =
        'problem' in read
          ? read.problem
          : t('A personal access token isn’t enough to see the new secret. Sign in another way.')
      context.issues.push({ code: 'custom', message, input: text })
      return z.NEVER
    }),
  ),
})

interface Props {
  keep: Keep
  /** Shown before the button: a hint or a checkbox. */
  children: ReactNode
}

/** Signs in with a token that the user pastes. */
export function TokenForm({ keep, children }: Props) {
  const id = useId()
  const signIn = useSignIn()
  const { send } = useSend(signIn)
  const form = useForm({ resolver: zodResolver(ByToken), defaultValues: { token: '' } })
  const pasted = readPastedToken(form.watch('token'))
  const note = 'note' in pasted ? pasted.note : null
  const submit = form.handleSubmit(({ token }) => {
    send({ authorization: () => Promise.resolve(token), keep })
  }, signIn.reset)
  // The name of the field that had the focus when the form was sent.
  const [held, setHeld] = useState<string | null>()
  const { errors, submitCount } = form.formState
  return (
    <form
      onSubmit={(event) => {
        setHeld(document.activeElement?.getAttribute('name'))
        takeFilled(form, event, 'token')
        void submit(event)
      }}
      noValidate
    >
      <Stack spacing={2}>
        <AlertPlace>
          {signIn.error && (
            <Alert id={id} role="none" severity="error">
              {signIn.error instanceof ApiError && signIn.error.status === 401 ? (
                t('Waldur didn’t accept this token. It may be expired, revoked or incomplete.')
              ) : (
                <ErrorText error={signIn.error} />
              )}
            </Alert>
          )}
        </AlertPlace>
        {/* If the field already had the focus, a screen reader says nothing of its error. */}
        <Spoken text={(held === 'token' && errors.token?.message) || ''} about={String(submitCount)} />
        <SecretInput
          control={form.control}
          name="token"
          label={t('API token')}
          autoComplete="off"
          autoFocus
          rejection={isRejection(signIn.error) ? id : undefined}
          helperText={
            note ??
            t('A session token or a personal access token. With a personal access token, you can only view tokens.')
          }
        />
        {children}
        <SteadyButton type="submit" variant="contained" size="large" isWaiting={signIn.isPending}>
          {t('Sign in')}
        </SteadyButton>
      </Stack>
    </form>
  )
}
