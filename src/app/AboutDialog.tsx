import Button from '@mui/material/Button'
import Dialog from '@mui/material/Dialog'
import DialogActions from '@mui/material/DialogActions'
import DialogContent from '@mui/material/DialogContent'
import DialogTitle from '@mui/material/DialogTitle'
import Typography from '@mui/material/Typography'
import { useQuery } from '@tanstack/react-query'
import { useId } from 'react'
import { apiOrigin } from '../api/deployment.ts'
import { configurationQuery } from '../auth/configuration.ts'
import { bindingTargetsQuery, tokenFieldsQuery } from '../tokens/abilities.ts'
import { metadataQuery } from '../tokens/permissions/useWaldurWords.ts'
import { listing, t } from '../ui/i18n.tsx'
import { Name } from '../ui/Name.tsx'
import { Notice } from '../ui/Notice.tsx'
import { Skeleton } from '../ui/Skeleton.tsx'
import { useInitialFocus } from '../ui/useInitialFocus.ts'
import type { Missing, Release, Signs } from './release.ts'
import { releaseOf } from './release.ts'

/** Which Waldur release this is, and what the page cannot do with it. */
export function AboutDialog({ onClose }: { onClose: () => void }) {
  const id = useId()
  return (
    <Dialog open onClose={onClose} aria-labelledby={id} maxWidth="xs" fullWidth>
      <DialogTitle id={id}>{t('About this Waldur server')}</DialogTitle>
      <About onClose={onClose} />
    </Dialog>
  )
}

/** A component of its own, so that it mounts with the dialog's content, when there is something to focus. */
function About({ onClose }: { onClose: () => void }) {
  const close = useInitialFocus<HTMLButtonElement>()
  const { data: configuration } = useQuery(configurationQuery())
  const facts = [
    [t('Name'), configuration?.SITE_NAME],
    [t('API URL'), `${apiOrigin()}/api/`],
  ] as const
  return (
    <>
      <DialogContent>
        <ReleaseLine />
        <dl style={{ display: 'grid', gridTemplateColumns: 'auto 1fr', gap: '4px 16px', margin: '16px 0 0' }}>
          {facts.map(
            ([term, value]) =>
              value && (
                <div key={term} style={{ display: 'contents' }}>
                  <Typography component="dt" variant="body2" sx={{ color: 'text.secondary' }}>
                    {term}
                  </Typography>
                  <Typography component="dd" variant="body2" sx={{ m: 0, minWidth: 0, overflowWrap: 'anywhere' }}>
                    <Name of={value} />
                  </Typography>
                </div>
              ),
          )}
        </dl>
      </DialogContent>
      <DialogActions>
        <Button ref={close} onClick={onClose}>
          {t('Close')}
        </Button>
      </DialogActions>
    </>
  )
}

/** The release. A failed request is an error; a Waldur server that reveals nothing is not. */
function ReleaseLine() {
  const { signs, isPending, error, retry } = useSigns()
  const found = releaseOf(signs)
  const failed = !isPending && !found && error
  return (
    <>
      <Notice error={failed} retry={retry}>
        {t('Couldn’t check which release this Waldur server runs.')}
      </Notice>
      {isPending && <Skeleton />}
      {!isPending && !failed && (
        <Typography>
          {found ? releaseText(found) : t('This page can’t tell which release this Waldur server runs.')}
        </Typography>
      )}
    </>
  )
}

/** A token's fields reveal the most. Where Waldur does not list them, use the types that tokens can be bound to. */
function useSigns() {
  const fields = useQuery(tokenFieldsQuery())
  const targets = useQuery({ ...bindingTargetsQuery(), enabled: fields.data === null })
  const metadata = useQuery(metadataQuery())
  const has = (name: string) => fields.data?.includes(name) ?? null
  const signs: Signs = {
    places: has('allowed_scopes') ?? (targets.data === null ? false : null),
    networks: has('allowed_networks'),
    permissions: metadata.data ? new Set(metadata.data.keys()) : null,
  }
  const asked = [fields, targets, metadata]
  const failed = asked.filter(({ data, error }) => data === undefined && error)
  return {
    signs,
    isPending: asked.some(({ isLoading }) => isLoading),
    error: failed[0]?.error ?? null,
    retry: () => failed.forEach((query) => void query.refetch()),
  }
}

const THINGS: Record<Missing, () => string> = {
  places: () => t('limiting tokens to places'),
  networks: () => t('limiting tokens to IP addresses'),
  activity: () => t('the activity of a token'),
  'event queues': () => t('event queues of a token'),
}

const releaseText = ({ release, missing }: Release): string =>
  missing.length === 0
    ? t('This is Waldur {{release}} or similar.', { release })
    : t('This is Waldur {{release}} or similar. Missing here: {{things}}.', {
        release,
        things: listing(missing.map((thing) => THINGS[thing]())),
      })
