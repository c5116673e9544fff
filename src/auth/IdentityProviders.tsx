import Button from '@mui/material/Button'
import Divider from '@mui/material/Divider'
import Stack from '@mui/material/Stack'
import Typography from '@mui/material/Typography'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { basePath } from '../api/deployment.ts'
import type { RequestError } from '../api/errors.ts'
import { canStore } from '../api/storage.ts'
import { listing, Trans, t } from '../ui/i18n.tsx'
import { Notice } from '../ui/Notice.tsx'
import { nameText } from '../ui/names.ts'
import { leaveFor, providersQuery } from './sso.ts'

interface Props {
  stay: boolean
  /** A sign-in form is shown above, so these are the alternative. */
  besideForm: boolean
  /** The page under the form must stay open, so the user signs in in another tab. */
  keepsPage: boolean
}

/** Says that it isn't known whether there are other ways to sign in than the form. */
export function ProvidersFailed({ error, retry }: { error: RequestError; retry: () => void }) {
  return (
    <Notice error={error} severity="warning" retry={retry}>
      {t('Other ways to sign in couldn’t be loaded.')}
    </Notice>
  )
}

/** Sign-in through an identity provider's page. */
export function IdentityProviders({ stay, besideForm, keepsPage }: Props) {
  const providers = useQuery(providersQuery())
  const [isRefused, setRefused] = useState(() => !canStore('sessionStorage'))
  if (providers.error) return <ProvidersFailed error={providers.error} retry={() => void providers.refetch()} />
  if (!providers.data?.length) return null
  return (
    <Stack spacing={1.5}>
      {besideForm && (
        <Divider>
          <Typography variant="body2" sx={{ color: 'text.secondary' }}>
            {t('or')}
          </Typography>
        </Divider>
      )}
      {isRefused && (
        <Typography variant="body2">
          <Trans
            text={t('To sign in with [[providers]], let this site store data in your browser. Then reload the page.', {
              providers: listing(providers.data.map(({ label }) => nameText(label))),
            })}
          />
        </Typography>
      )}
      {!isRefused &&
        providers.data.map(({ provider, label }) => (
          <Button
            key={provider}
            variant={besideForm ? 'outlined' : 'contained'}
            size="large"
            {...(keepsPage
              ? { href: basePath, target: '_blank', rel: 'noopener' }
              : { onClick: () => setRefused(!leaveFor(provider, stay)) })}
          >
            <span>
              <Trans text={t('Sign in with [[provider]]', { provider: nameText(label) })} />
            </span>
          </Button>
        ))}
      {keepsPage && !isRefused && (
        <Typography variant="body2" sx={{ color: 'text.secondary' }}>
          {t('This opens another tab. Once you’ve signed in there, come back to this one.')}
        </Typography>
      )}
    </Stack>
  )
}
