import Alert from '@mui/material/Alert'
import Box from '@mui/material/Box'
import Paper from '@mui/material/Paper'
import Skeleton from '@mui/material/Skeleton'
import Stack from '@mui/material/Stack'
import Typography from '@mui/material/Typography'
import { useContext } from 'react'
import { number, t } from '../../ui/i18n.tsx'
import { nameText } from '../../ui/names.ts'
import { useNow } from '../../ui/now.ts'
import { When } from '../../ui/When.tsx'
import { boundPlaces } from '../access/places.ts'
import { useBoundEntities } from '../access/useBoundEntities.ts'
import { useHolder } from '../access/useHolder.ts'
import { KeyKnown } from '../apiKey/KeyKnown.tsx'
import { OpenedCalls } from '../calls/OpenedCalls.tsx'
import type { Dialog } from '../dialog.ts'
import { CalendarButton } from '../export/CalendarButton.tsx'
import { LastUsedCell } from '../rows/cells.tsx'
import { TokenHead } from '../rows/TokenHead.tsx'
import type { Token } from '../schema.ts'
import { tokenStart, tokenState } from '../state/expiry.ts'
import { TurnedOffContext } from '../state/TurnedOffContext.ts'
import { summaryInputOf, TokenSummary } from '../summary/TokenSummary.tsx'
import { Actions } from './Actions.tsx'
import { Activity } from './Activity.tsx'
import { Bindings } from './Bindings.tsx'
import { DetailSection } from './DetailSection.tsx'
import { EffectiveAccess } from './EffectiveAccess.tsx'
import { Fact, Secondary } from './Fact.tsx'
import { Health } from './Health.tsx'
import { QueuesFact } from './QueuesFact.tsx'
import { Scopes } from './Scopes.tsx'
import { Successor } from './Successor.tsx'
import { TokenLife } from './TokenLife.tsx'

/** Everything that Waldur knows about a token, in words. */
export function TokenDetail({ token, open }: { token: Token; open: (dialog: Dialog) => void }) {
  const ended = tokenState(token, useNow()) !== 'active'
  // Then it can do nothing, whatever its permissions.
  const isOff = useContext(TurnedOffContext)
  return (
    <Stack spacing={3}>
      <TokenHead token={token}>
        <Actions token={token} open={open} />
      </TokenHead>
      {!ended && !isOff && (
        <Typography sx={{ maxWidth: 760, overflowWrap: 'anywhere', overflowX: 'clip' }}>
          <WhatItCan token={token} />
        </Typography>
      )}
      {!ended && <KeyKnown />}
      {!ended && <Health token={token} open={open} />}
      {!ended && <Successor token={token} />}
      <Facts token={token} ended={ended} />
      <DetailSection title={t('Where it works')}>
        <Bindings token={token} />
      </DetailSection>
      <DetailSection title={t('Permissions ({{count}})', { count: token.scopes.length })}>
        <Scopes scopes={token.scopes} />
        {!ended && <TokenCalls token={token} />}
      </DetailSection>
      {!ended && !isOff && (
        <DetailSection title={t('What works where')}>
          <EffectiveAccess token={token} />
        </DetailSection>
      )}
      <Activity token={token} />
    </Stack>
  )
}

/** What it can do with the user's current roles. Nothing is shown before they are loaded, because it might change. */
function WhatItCan({ token }: { token: Token }) {
  const { holder, error } = useHolder()
  const { entities, isLoading } = useBoundEntities(token.allowed_scopes)
  if (isLoading || (!holder && !error)) return <Skeleton />
  return <TokenSummary of={summaryInputOf(token, holder, boundPlaces(token.allowed_scopes, entities))} tense="can" />
}

/** The API calls that the token allows with the caller's current roles. Not rendered until the roles are loaded. */
function TokenCalls({ token: { scopes, allowed_scopes } }: { token: Token }) {
  const { holder, error } = useHolder()
  const { entities, isLoading } = useBoundEntities(allowed_scopes)
  if (isLoading || (!holder && !error)) return null
  return <OpenedCalls scopes={scopes} places={boundPlaces(allowed_scopes, entities)} holder={holder} />
}

function Facts({ token, ended }: { token: Token; ended: boolean }) {
  return (
    <Paper variant="outlined" sx={{ p: { xs: 2, sm: 3 } }}>
      <TokenLife token={token} />
      <Box
        component="dl"
        sx={{
          m: 0,
          mt: 2,
          display: 'grid',
          gap: 2.5,
          gridTemplateColumns: 'repeat(auto-fill, minmax(min(220px, 100%), 1fr))',
        }}
      >
        <Fact label={ended ? t('End date') : t('Expires')}>
          <When at={token.expires_at} as="instant" />
          <Secondary>
            <When at={token.expires_at} as="relative" />
          </Secondary>
          {!ended && <CalendarButton token={token} />}
        </Fact>
        <Fact label={t('Last used')}>
          <LastUsedCell token={token} />
          {token.use_count !== null && token.use_count > 0 && (
            <Secondary>
              {t('in {{shown}} periods of ten minutes', {
                count: token.use_count,
                shown: number(token.use_count),
                defaultValue_one: 'in one period of ten minutes',
              })}
            </Secondary>
          )}
        </Fact>
        <Fact label={t('Created')}>
          <When at={token.created} as="instant" />
          {token.created !== null && (
            <Secondary>
              <When at={token.created} />
            </Secondary>
          )}
        </Fact>
        <Fact label={t('Its secret starts with')}>
          <Typography variant="mono">{`${tokenStart(token)}_…`}</Typography>
          <Secondary>{t('The number is the end date; look for it in your logs.')}</Secondary>
        </Fact>
        {token.allowed_networks && (
          <Fact label={t('Networks')}>
            {token.allowed_networks.length === 0
              ? t('From any address')
              : token.allowed_networks.map((network) => (
                  <Typography key={network} variant="mono" component="div">
                    {nameText(network)}
                  </Typography>
                ))}
          </Fact>
        )}
        <Fact label={t('UUID')}>
          <Typography variant="mono" sx={{ overflowWrap: 'anywhere' }}>
            {token.uuid}
          </Typography>
        </Fact>
        <QueuesFact token={token} ended={ended} />
      </Box>
      {ended && token.is_active && (
        <Alert severity="info" sx={{ mt: 2.5 }}>
          {t('Waldur still counts this expired token among your active ones. Revoke it to free its place.')}
        </Alert>
      )}
    </Paper>
  )
}
