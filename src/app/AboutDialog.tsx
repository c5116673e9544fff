import Button from '@mui/material/Button'
import Dialog from '@mui/material/Dialog'
import DialogActions from '@mui/material/DialogActions'
import DialogContent from '@mui/material/DialogContent'
import DialogTitle from '@mui/material/DialogTitle'
import Skeleton from '@mui/material/Skeleton'
import Typography from '@mui/material/Typography'
import { useQuery } from '@tanstack/react-query'
import { useId } from 'react'
import { apiOrigin } from '../api/deployment.ts'
import { configurationQuery } from '../auth/configuration.ts'
import { bindingTargetsQuery, tokenFieldsQuery } from '../tokens/abilities.ts'
import { metadataQuery } from '../tokens/permissions.ts'
import type { Missing, Signs } from '../tokens/rules/release.ts'
import { releaseOf } from '../tokens/rules/release.ts'
import { Name } from '../ui/Name.tsx'
import { useInitialFocus } from '../ui/useInitialFocus.ts'
import { listing, t } from '../ui/words.tsx'

/** Which Waldur one works with, and what the page cannot do with it. */
export function AboutDialog({ onClose }: { onClose: () => void }) {
  const id = useId()
  return (
    <Dialog open onClose={onClose} aria-labelledby={id} maxWidth="xs" fullWidth>
      <DialogTitle id={id}>{t('About this Waldur server')}</DialogTitle>
      <About onClose={onClose} />
    </Dialog>
  )
}

/** A component of its own: it mounts with the dialog's content, where there is something to focus. */
function About({ onClose }: { onClose: () => void }) {
  const close = useInitialFocus<HTMLButtonElement>()
  const { data: configuration } = useQuery(configurationQuery())
  const { signs, isPending } = useSigns()
  const facts = [
    [t('Name'), configuration?.SITE_NAME],
    [t('API URL'), `${apiOrigin()}/api/`],
  ] as const
  return (
    <>
      <DialogContent>
        <Typography>{isPending ? <Skeleton /> : releaseText(signs)}</Typography>
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

/** The fields of a token tell the most; where they are not told, what can be limited says something. */
function useSigns(): { signs: Signs; isPending: boolean } {
  const fields = useQuery(tokenFieldsQuery())
  const targets = useQuery({ ...bindingTargetsQuery(), enabled: fields.data === null })
  const metadata = useQuery(metadataQuery())
  const has = (name: string) => fields.data?.includes(name) ?? null
  return {
    signs: {
      places: has('allowed_scopes') ?? (targets.data === null ? false : null),
      networks: has('allowed_networks'),
      permissions: metadata.data ? new Set(metadata.data.keys()) : null,
    },
    isPending: fields.isPending || metadata.isPending || targets.isLoading,
  }
}

const THINGS: Record<Missing, () => string> = {
  places: () => t('limiting tokens to places'),
  networks: () => t('limiting tokens to IP addresses'),
  activity: () => t('the activity of a token'),
  'event queues': () => t('event queues of a token'),
}

function releaseText(signs: Signs): string {
  const found = releaseOf(signs)
  if (!found) return t('This Waldur server doesn’t say which release it is.')
  const { release, missing } = found
  return missing.length === 0
    ? t('This is Waldur {{release}} or similar.', { release })
    : t('This is Waldur {{release}} or similar. Missing here: {{things}}.', {
        release,
        things: listing(missing.map((thing) => THINGS[thing]())),
      })
}
