import { zodResolver } from '@hookform/resolvers/zod'
import Stack from '@mui/material/Stack'
import type { ReactNode } from 'react'
import { useId, useState } from 'react'
import { useForm } from 'react-hook-form'
import * as z from 'zod/mini'
import type { Keep } from '../api/credential.ts'
import type { RequestError } from '../api/errors.ts'
import { ApiError } from '../api/errors.ts'
import { withoutInvisible } from '../api/invisible.ts'
import { Alert } from '../ui/Alert.tsx'
import { AlertPlace } from '../ui/AlertPlace.tsx'
import { ErrorText } from '../ui/ErrorText.tsx'
import { showErrors } from '../ui/formErrors.ts'
import { Trans, t } from '../ui/i18n.tsx'
import { saidText } from '../ui/names.ts'
import { SecretInput } from '../ui/SecretInput.tsx'
import { Spoken } from '../ui/Spoken.tsx'
import { SteadyButton } from '../ui/SteadyButton.tsx'
import { TextInput } from '../ui/TextInput.tsx'
import { takeFilled } from '../ui/takeFilled.ts'
import { useSend } from '../ui/useSend.ts'
import { authorize, isPasskeyRequired } from './session.ts'
import { isRejection, useSignIn } from './signIn.ts'

const ByPassword = z.object({
  username: z
    .string()
    .check(z.overwrite(withoutInvisible), z.trim(), z.minLength(1, { error: () => t('Enter your username.') })),
  password: z.string().check(z.minLength(1, { error: () => t('Enter your password.') })),
})

/** By their names on the wire. */
const FIELDS = new Map([
  ['username', 'username'],
  ['password', 'password'],
] as const)

interface Props {
  keep: Keep
  /** Shown before the button: a hint or a checkbox. */
  children: ReactNode
}

/** Signs in with a username and a password. */
export function PasswordForm({ keep, children }: Props) {
  const id = useId()
  const signIn = useSignIn()
  const { send } = useSend(signIn)
  const form = useForm({
    resolver: zodResolver(ByPassword),
    defaultValues: { username: '', password: '' },
  })
  const submit = form.handleSubmit(({ username, password }) => {
    send(
      { authorization: () => authorize({ username, password }), keep },
      {
        onError: (error) => {
          form.resetField('password')
          if (error instanceof ApiError && error.status === 400) {
            showErrors(form, error, FIELDS)
          } else {
            form.setFocus('password')
          }
        },
      },
    )
  }, signIn.reset)
  // The name of the field that had the focus when the form was sent.
  const [held, setHeld] = useState<string | null>()
  const { errors, submitCount } = form.formState
  const wrong = errors.username ? 'username' : 'password'
  const whole = errors.root?.['server']?.message
  const problem = whole ? <Trans text={whole} /> : signIn.error && <SignInError error={signIn.error} />
  return (
    <form
      onSubmit={(event) => {
        setHeld(document.activeElement?.getAttribute('name'))
        takeFilled(form, event, 'username', 'password')
        void submit(event)
      }}
      noValidate
    >
      <Stack spacing={2}>
        <AlertPlace>
          {problem && !signIn.isPending && (
            <Alert id={id} role="none" severity={isPasskeyRequired(signIn.error) ? 'warning' : 'error'}>
              {problem}
            </Alert>
          )}
        </AlertPlace>
        {/* If the field already had the focus, a screen reader says nothing of its error. */}
        <Spoken text={(held === wrong && errors[wrong]?.message) || ''} about={String(submitCount)} />
        <TextInput control={form.control} name="username" label={t('Username')} autoComplete="username" autoFocus />
        <SecretInput
          control={form.control}
          name="password"
          label={t('Password')}
          autoComplete="current-password"
          rejection={isRejection(signIn.error) ? id : undefined}
        />
        {children}
        <SteadyButton type="submit" variant="contained" size="large" isWaiting={signIn.isPending}>
          {t('Sign in')}
        </SteadyButton>
      </Stack>
    </form>
  )
}

/** Waldur's message for a rejected sign-in is clear enough, except for a passkey. All other errors get our words. */
function SignInError({ error }: { error: RequestError }) {
  // Waldur accepts passkeys only from HomePort's page (waldur-api, section 1.2).
  if (isPasskeyRequired(error)) {
    return t(
      'Your password is correct, but Waldur also asks for your passkey. Sign in through HomePort, or use an API token.',
    )
  }
  return isRejection(error) ? <span lang="en">{saidText(error.message)}</span> : <ErrorText error={error} />
}
