import { zodResolver } from '@hookform/resolvers/zod'
import Alert from '@mui/material/Alert'
import Button from '@mui/material/Button'
import Checkbox from '@mui/material/Checkbox'
import FormControlLabel from '@mui/material/FormControlLabel'
import Stack from '@mui/material/Stack'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { UseFormRegisterReturn } from 'react-hook-form'
import { useForm } from 'react-hook-form'
import * as z from 'zod'
import { startSession } from '../api/credential.ts'
import type { RequestError } from '../api/errors.ts'
import { ApiError } from '../api/errors.ts'
import { ErrorText } from '../ui/ErrorText.tsx'
import { showErrors } from '../ui/formErrors.ts'
import { SecretInput } from '../ui/SecretInput.tsx'
import { TextInput } from '../ui/TextInput.tsx'
import { useSend } from '../ui/useSend.ts'
import { t } from '../ui/words.tsx'
import { configurationQuery } from './configuration.ts'
import { readPastedToken } from './pastedToken.ts'
import { authorize } from './session.ts'
import { fetchUser, userQuery } from './user.ts'

const ByPassword = z.object({
  username: z
    .string()
    .trim()
    .min(1, { error: () => t('Enter your username.') }),
  password: z.string().min(1, { error: () => t('Enter your password.') }),
  stay: z.boolean(),
})

const ByToken = z.object({
  token: z.string().transform((text, context) => {
    const read = readPastedToken(text)
    if ('authorization' in read) return read.authorization
    context.addIssue({ code: 'custom', message: read.problem })
    return z.NEVER
  }),
  stay: z.boolean(),
})

interface SignIn {
  authorization: () => Promise<string>
  stay: boolean
}

/** Starts a session only when the server has said whose it is, so that nobody is ever half signed in. */
function useSignIn() {
  const client = useQueryClient()
  return useMutation({
    gcTime: 0,
    mutationFn: async ({ authorization, stay }: SignIn) => {
      const header = await authorization()
      const user = await fetchUser(header)
      const before = client.getQueryData(userQuery().queryKey)
      if (before && before.uuid !== user.uuid) client.clear()
      client.setQueryData(userQuery().queryKey, user)
      startSession(header, stay)
      void client.invalidateQueries()
    },
  })
}

/** Waldur's words for a refused sign-in say enough; everything else is put into ours. */
function SignInError({ error }: { error: RequestError }) {
  const refused = error instanceof ApiError && (error.status === 401 || error.status === 403)
  return refused ? error.message : <ErrorText error={error} />
}

/** The two ways to sign in. Tells nobody where to go: the page behind it is the one the address names. */
export function SignInForm() {
  const methods = useQuery(configurationQuery()).data?.AUTHENTICATION_METHODS
  const passwordOff = methods !== undefined && !methods.includes('LOCAL_SIGNIN')
  const [wantsToken, setWantsToken] = useState(false)
  if (passwordOff) {
    return (
      <Stack spacing={2}>
        <Alert severity="info">{t('This Waldur has no password sign-in. Use an API token.')}</Alert>
        <TokenForm />
      </Stack>
    )
  }
  return (
    <Stack spacing={2}>
      {wantsToken ? <TokenForm /> : <PasswordForm />}
      <Button onClick={() => setWantsToken(!wantsToken)}>
        {wantsToken ? t('Use a password instead') : t('Use an API token instead')}
      </Button>
    </Stack>
  )
}

function PasswordForm() {
  const signIn = useSignIn()
  const { send } = useSend(signIn)
  const form = useForm({
    resolver: zodResolver(ByPassword),
    defaultValues: { username: '', password: '', stay: false },
  })
  const submit = form.handleSubmit(({ username, password, stay }) => {
    send(
      { authorization: () => authorize({ username, password }), stay },
      {
        onError: (error) => {
          form.resetField('password')
          if (error instanceof ApiError && error.status === 400) {
            showErrors(form, error, { username: 'username', password: 'password' })
          } else {
            form.setFocus('password')
          }
        },
      },
    )
  })
  const problem =
    form.formState.errors.root?.['server']?.message ?? (signIn.error && <SignInError error={signIn.error} />)
  return (
    <form onSubmit={submit} noValidate>
      <Stack spacing={2}>
        {problem && !signIn.isPending && <Alert severity="error">{problem}</Alert>}
        <TextInput control={form.control} name="username" label={t('Username')} autoComplete="username" autoFocus />
        <SecretInput
          control={form.control}
          name="password"
          label={t('Password')}
          autoComplete="current-password"
          showLabel={t('Show what is typed')}
        />
        <Stay {...form.register('stay')} />
        <Button type="submit" variant="contained" size="large" loading={signIn.isPending}>
          {t('Sign in')}
        </Button>
      </Stack>
    </form>
  )
}

function TokenForm() {
  const signIn = useSignIn()
  const { send } = useSend(signIn)
  const form = useForm({ resolver: zodResolver(ByToken), defaultValues: { token: '', stay: false } })
  const pasted = readPastedToken(form.watch('token'))
  const note = 'note' in pasted ? pasted.note : null
  const submit = form.handleSubmit(({ token, stay }) => {
    send({ authorization: () => Promise.resolve(token), stay })
  })
  return (
    <form onSubmit={submit} noValidate>
      <Stack spacing={2}>
        {signIn.error && (
          <Alert severity="error">
            {signIn.error instanceof ApiError && signIn.error.status === 401 ? (
              t('Waldur does not accept this token: it may have expired, be revoked or be cut short.')
            ) : (
              <ErrorText error={signIn.error} />
            )}
          </Alert>
        )}
        <SecretInput
          control={form.control}
          name="token"
          label={t('API token')}
          autoComplete="off"
          autoFocus
          showLabel={t('Show what is typed')}
          helperText={
            note ?? t('Your session token, or a personal access token: with the latter you can look, but not change.')
          }
        />
        <Stay {...form.register('stay')} />
        <Button type="submit" variant="contained" size="large" loading={signIn.isPending}>
          {t('Sign in')}
        </Button>
      </Stack>
    </form>
  )
}

function Stay({ ref, ...field }: UseFormRegisterReturn) {
  return (
    <FormControlLabel
      control={<Checkbox {...field} slotProps={{ input: { ref } }} />}
      label={t('Stay signed in in this tab')}
    />
  )
}
