import Button from '@mui/material/Button'
import Checkbox from '@mui/material/Checkbox'
import FormControlLabel from '@mui/material/FormControlLabel'
import Stack from '@mui/material/Stack'
import Typography from '@mui/material/Typography'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { currentSettings } from '../api/deployment.ts'
import { sharedStorage } from '../api/homeport.ts'
import { canStore } from '../api/storage.ts'
import { Alert } from '../ui/Alert.tsx'
import { t } from '../ui/i18n.tsx'
import { configurationQuery } from './configuration.ts'
import { IdentityProviders, ProvidersFailed } from './IdentityProviders.tsx'
import { PasswordForm } from './PasswordForm.tsx'
import { canReceive } from './sso.ts'
import { TokenForm } from './TokenForm.tsx'

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
  const hint =
    shared === undefined
      ? stayCheckbox
      : refusal || <Hint>{t('This also signs you in to HomePort in this browser.')}</Hint>
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
