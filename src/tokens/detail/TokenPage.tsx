import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Stack from '@mui/material/Stack'
import Typography from '@mui/material/Typography'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { flushSync } from 'react-dom'
import { ShapeError } from '../../api/errors.ts'
import { isIntercepted } from '../../api/failures.ts'
import { normalizeUuid } from '../../api/wire.ts'
import { keepFocus } from '../../ui/focus.ts'
import { t } from '../../ui/i18n.tsx'
import { usePreload } from '../../ui/lazy.tsx'
import { PageButton } from '../../ui/links.ts'
import { Notice } from '../../ui/Notice.tsx'
import { PageBoundary } from '../../ui/PageBoundary.tsx'
import { PageTitle } from '../../ui/PageTitle.tsx'
import { Skeleton } from '../../ui/Skeleton.tsx'
import { Staleness } from '../../ui/Staleness.tsx'
import { instant } from '../../ui/time.ts'
import { Waiting } from '../../ui/Waiting.tsx'
import { isTurnedOff } from '../capabilities/obstacles.ts'
import { NotAllowed, TurnedOff } from '../capabilities/TokensUnavailable.tsx'
import { useCapabilities } from '../capabilities/useCapabilities.ts'
import type { Dialog } from '../dialog.ts'
import { TokenDialog } from '../dialogs.ts'
import { UnsavedSecretsHint } from '../issue/UnsavedSecrets.tsx'
import { tokenQueries } from '../queries.ts'
import { forgetStarted, startedBefore } from '../rows/started.ts'
import { BackToList } from '../rows/TokenHead.tsx'
import { TurnedOffContext } from '../state/TurnedOffContext.ts'
import { TokenDetail } from './TokenDetail.tsx'

/** How recent a response to the first requests of a page can be. */
const JUST_NOW_MS = 5000

export function TokenPage({ uuid: text }: { uuid: string }) {
  // Send no request for a text that cannot be a uuid.
  const uuid = normalizeUuid(text)
  return (
    <Stack spacing="var(--gap)" useFlexGap sx={{ '--gap': { xs: '12px', sm: '16px' } }}>
      <BackToList />
      {uuid === null ? <NoSuchToken /> : <KnownToken uuid={uuid} />}
    </Stack>
  )
}

function KnownToken({ uuid }: { uuid: string }) {
  const navigate = useNavigate()
  const [dialog, setDialog] = useState<Dialog | null>(() => startedBefore().dialog)
  useEffect(forgetStarted, [])
  return (
    <>
      <PageBoundary>
        <UnsavedSecretsHint />
        <LoadedToken uuid={uuid} open={setDialog} />
      </PageBoundary>
      {dialog && (
        <TokenDialog
          dialog={dialog}
          open={setDialog}
          onClose={() => {
            flushSync(() => setDialog(null))
            // After a revocation, the button that opened the dialog is gone.
            keepFocus()
          }}
          onRotated={(next) => void navigate({ to: '/tokens/$uuid', params: { uuid: next }, replace: true })}
        />
      )}
    </>
  )
}

function LoadedToken({ uuid, open }: { uuid: string; open: (dialog: Dialog) => void }) {
  const client = useQueryClient()
  const list = tokenQueries.list().queryKey
  const query = useQuery({
    ...tokenQueries.detail(uuid),
    // Coming from the list, show its data at once and refetch in the background.
    initialData: () =>
      client
        .getQueryData(list)
        ?.pages.flatMap((page) => page.rows)
        .find((token) => token.uuid === uuid),
    initialDataUpdatedAt: () => client.getQueryState(list)?.dataUpdatedAt,
    // A token opened from the list is requested again, but not one that was requested before the page rendered.
    refetchOnMount: ({ state }) =>
      state.dataUpdateCount === 0 || Date.now() - state.dataUpdatedAt > JUST_NOW_MS ? 'always' : true,
  })
  usePreload(query.data !== undefined || query.isError)
  const capabilities = useCapabilities()
  if (query.data === null) return <NoSuchToken />
  if (query.data) {
    return (
      <>
        <Staleness
          error={query.error}
          retry={() => void query.refetch()}
          offline={t('You’re offline. This is the token as of {{when}}. It refreshes when you’re back online.', {
            when: instant(query.dataUpdatedAt),
          })}
          failed={t('This token couldn’t be refreshed.')}
        />
        <TurnedOffContext value={isTurnedOff(capabilities)}>
          {capabilities.enabled === false ? <TurnedOff /> : capabilities.mayCreate === false && <NotAllowed />}
          <TokenDetail token={query.data} open={open} />
        </TurnedOffContext>
      </>
    )
  }
  return (
    <>
      {/* Also during another attempt, which takes the button away that had the focus. */}
      {query.errorUpdateCount > 0 && <PageTitle title={t('Token')} />}
      {!query.error && (
        <Waiting query={query} queryKey={tokenQueries.detail(uuid).queryKey}>
          <Box role="status" aria-label={t('Loading token')}>
            <Skeleton height={24} sx={{ my: 0.75, width: '40%' }} />
            <Skeleton height={132} sx={{ mt: 3 }} />
            <Skeleton height={320} sx={{ mt: 2 }} />
          </Box>
        </Waiting>
      )}
      <Notice error={query.error} retry={() => void query.refetch()}>
        {t('This token couldn’t be loaded.')}
      </Notice>
      {/* Even an unreadable token can be revoked. */}
      {query.error instanceof ShapeError && !isIntercepted(query.error) && !capabilities.byAccessToken && (
        <Button
          variant="outlined"
          color="error"
          sx={{ alignSelf: 'flex-start' }}
          onClick={() => open({ kind: 'revoke unread', uuid })}
        >
          {t('Revoke')}
        </Button>
      )}
    </>
  )
}

function NoSuchToken() {
  return (
    <Stack spacing={2} sx={{ alignItems: 'flex-start', py: 4 }}>
      <PageTitle title={t('Token not found')} />
      <Typography sx={{ color: 'text.secondary' }}>
        {t('It doesn’t exist or isn’t yours. Check the link or look in your list.')}
      </Typography>
      <PageButton variant="contained" to="/tokens">
        {t('Go to your tokens')}
      </PageButton>
    </Stack>
  )
}
