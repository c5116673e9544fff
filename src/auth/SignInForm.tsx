import { zodResolver } from '@hookform/resolvers/zod'
import Button from '@mui/material/Button'
import Checkbox from '@mui/material/Checkbox'
import FormControlLabel from '@mui/material/FormControlLabel'
import Stack from '@mui/material/Stack'
import Typography from '@mui/material/Typography'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { FormEvent, ReactNode } from 'react'
import { useId, useState } from 'react'
import { useForm } from 'react-hook-form'
import * as z from 'zod/mini'
import type { Keep } from '../api/credential.ts'
import { isAccessToken } from '../api/credential.ts'
import { currentSettings } from '../api/deployment.ts'
import type { RequestError } from '../api/errors.ts'
import { ApiError } from '../api/errors.ts'
import { sharedStorage } from '../api/homeport.ts'
import { withoutInvisible } from '../api/invisible.ts'
import { canStore } from '../api/storage.ts'
import { Alert } from '../ui/Alert.tsx'
import { ErrorText } from '../ui/ErrorText.tsx'
import { showErrors } from '../ui/formErrors.ts'
import { t } from '../ui/i18n.tsx'
import { Later } from '../ui/Later.tsx'
import { saidText } from '../ui/names.ts'
import { SecretInput } from '../ui/SecretInput.tsx'
import { Spoken } from '../ui/Spoken.tsx'
import { SteadyButton } from '../ui/SteadyButton.tsx'
import { TextInput } from '../ui/TextInput.tsx'
import { useSend } from '../ui/useSend.ts'
import { configurationQuery } from './configuration.ts'
import { enter } from './enter.ts'
import { handOver } from './handOver.ts'
import { IdentityProviders, ProvidersFailed } from './IdentityProviders.tsx'
import { openSecret } from './openSecret.ts'
import { readPastedToken } from './pastedToken.ts'
import { authorize, isPasskeyRequired } from './session.ts'
import { canReceive } from './sso.ts'

const ByPassword = z.object({
  username: z
    .string()
    .check(z.overwrite(withoutInvisible), z.trim(), z.minLength(1, { error: () => t('Enter your username.') })),
  password: z.string().check(z.minLength(1, { error: () => t('Enter your password.') })),
})

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

/** By their names on the wire. */
const FIELDS = new Map([
  ['username', 'username'],
  ['password', 'password'],
] as const)

interface SignIn {
  authorization: () => Promise<string>
  keep: Keep
}

function useSignIn() {
  const client = useQueryClient()
  return useMutation({
    gcTime: 0,
    mutationFn: async ({ authorization, keep }: SignIn) => {
      await enter(client, { authorization: await authorization(), impersonated: null }, keep)
      handOver()
    },
  })
}

/** Not the server's own failure, nor the network's. */
const isRejection = (error: RequestError | null): boolean =>
  error instanceof ApiError && (error.status === 401 || error.status === 403) && !isPasskeyRequired(error)

/** Waldur's message for a rejected sign-in is clear enough, except for a passkey. All other errors get our words. */
function SignInError({ error }: { error: RequestError }) {
  // Waldur accepts passkeys only from HomePort's page (waldur-api, section 1.2).
  if (isPasskeyRequired(error)) {
    return t(
      'Your password is correct, but Waldur also asks for your passkey. Sign in through HomePort, or use an API token.',
    )
  }
  return isRejection(error) ? saidText(error.message) : <ErrorText error={error} />
}

interface Props {
  /** The page under the form must stay open. */
  keepsPage?: boolean
}

/** The ways to sign in. It never navigates: the page behind it is the one in the URL. */
export function SignInForm({ keepsPage = false }: Props) {
  const configuration = useQuery(configurationQuery())
  const methods = configuration.data?.AUTHENTICATION_METHODS
  const hasPassword = methods?.includes('LOCAL_SIGNIN') ?? true
  const hasProviders = canReceive() && methods?.includes('SOCIAL_SIGNUP') === true
  const [wantsToken, setWantsToken] = useState(false)
  const [stay, setStay] = useState(false)
  const shared = sharedStorage()
  const [canKeep] = useState(() => canStore(shared ?? 'sessionStorage'))
  if (!isSecureContext && !currentSettings().allowPlainHttp) {
    return (
      <Alert role="note" severity="error">
        {t(
          'This connection isn’t encrypted, so others could read a password or token you enter here. Open this page with https:// instead.',
        )}
      </Alert>
    )
  }
  const keep = stay ? 'tab' : 'memory'
  const refusal = !canKeep && (
    <Hint>
      {t('This browser stores nothing for this site. A reload signs you out and forgets your language and colors.')}
    </Hint>
  )
  const stayCheckbox = refusal || (
    <FormControlLabel
      control={<Checkbox checked={stay} onChange={(_event, checked) => setStay(checked)} />}
      label={t('Keep me signed in (this tab only)')}
      // Aligned with the fields above.
      sx={{ '&&': { marginInlineStart: '-11px' } }}
    />
  )
  const sharing = refusal || <Hint>{t('This also signs you in to HomePort in this browser.')}</Hint>
  const hint = shared === undefined ? stayCheckbox : sharing
  if (wantsToken || (!hasPassword && !hasProviders)) {
    return (
      <Stack spacing={2}>
        {!hasPassword && !hasProviders && (
          <Alert role="note" severity="info">
            {t('Password sign-in isn’t available on this Waldur server. Use an API token.')}
          </Alert>
        )}
        <TokenForm keep={keep}>{stayCheckbox}</TokenForm>
        {wantsToken && (
          <Button onClick={() => setWantsToken(false)}>
            {hasPassword ? t('Use a password instead') : t('Sign in another way')}
          </Button>
        )}
      </Stack>
    )
  }
  return (
    <Stack spacing={2}>
      {hasPassword ? (
        <PasswordForm keep={shared === undefined ? keep : { method: 'local' }}>{hint}</PasswordForm>
      ) : (
        hint
      )}
      {configuration.isLoadingError && canReceive() && (
        <ProvidersFailed error={configuration.error} retry={() => void configuration.refetch()} />
      )}
      {hasProviders && <IdentityProviders stay={stay} besideForm={hasPassword} keepsPage={keepsPage} />}
      <Button onClick={() => setWantsToken(true)}>{t('Use an API token instead')}</Button>
    </Stack>
  )
}

function Hint({ children }: { children: string }) {
  return (
    <Typography variant="body2" sx={{ color: 'text.secondary' }}>
      {children}
    </Typography>
  )
}

interface FormProps {
  keep: Keep
  /** Shown before the button: a hint or a checkbox. */
  children: ReactNode
}

/** What a field contains: a password manager may have filled it without an event. */
const filled = ({ currentTarget }: FormEvent<HTMLFormElement>, name: string): string =>
  String(new FormData(currentTarget).get(name) ?? '')

function PasswordForm({ keep, children }: FormProps) {
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
  const { errors, submitCount } = form.formState
  const problem = errors.root?.['server']?.message ?? (signIn.error && <SignInError error={signIn.error} />)
  return (
    <form
      onSubmit={(event) => {
        form.setValue('username', filled(event, 'username'))
        form.setValue('password', filled(event, 'password'))
        void submit(event)
      }}
      noValidate
    >
      <Stack spacing={2}>
        {problem && !signIn.isPending && (
          <Later>
            <Alert id={id} role="alert" severity={isPasskeyRequired(signIn.error) ? 'warning' : 'error'}>
              {problem}
            </Alert>
          </Later>
        )}
        {/* The field may have had the focus before. */}
        <Spoken text={errors.username?.message ?? ''} about={String(submitCount)} />
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

function TokenForm({ keep, children }: FormProps) {
  const id = useId()
  const signIn = useSignIn()
  const { send } = useSend(signIn)
  const form = useForm({ resolver: zodResolver(ByToken), defaultValues: { token: '' } })
  const pasted = readPastedToken(form.watch('token'))
  const note = 'note' in pasted ? pasted.note : null
  const submit = form.handleSubmit(({ token }) => {
    send({ authorization: () => Promise.resolve(token), keep })
  }, signIn.reset)
  const { errors, submitCount } = form.formState
  return (
    <form
      onSubmit={(event) => {
        form.setValue('token', filled(event, 'token'))
        void submit(event)
      }}
      noValidate
    >
      <Stack spacing={2}>
        {signIn.error && (
          <Later>
            <Alert id={id} role="alert" severity="error">
              {signIn.error instanceof ApiError && signIn.error.status === 401 ? (
                t('Waldur didn’t accept this token. It may be expired, revoked or incomplete.')
              ) : (
                <ErrorText error={signIn.error} />
              )}
            </Alert>
          </Later>
        )}
        <Spoken text={errors.token?.message ?? ''} about={String(submitCount)} />
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
