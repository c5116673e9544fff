import BlockOutlined from '@mui/icons-material/BlockOutlined'
import ErrorOutlined from '@mui/icons-material/ErrorOutlined'
import HourglassEmpty from '@mui/icons-material/HourglassEmpty'
import WarningAmber from '@mui/icons-material/WarningAmber'
import Box from '@mui/material/Box'
import Typography from '@mui/material/Typography'
import { useVirtualizer } from '@tanstack/react-virtual'
import { useRef } from 'react'
import { isOutcomeUnknown } from '../../api/outcome.ts'
import { instantMs } from '../../api/wire.ts'
import { isInWaldursWords } from '../../ui/errorText.ts'
import { Trans, t } from '../../ui/i18n.tsx'
import { Name } from '../../ui/Name.tsx'
import { useNow } from '../../ui/now.ts'
import { ago } from '../../ui/time.ts'
import { LifeBar } from '../life/LifeBar.tsx'
import { isGlobal } from '../permissions/globals.ts'
import type { Token } from '../schema.ts'
import { tokenStart, tokenState } from '../state/expiry.ts'
import { needsConfirmation } from './needsConfirmation.ts'
import type { Outcome, Outcomes } from './revokeMany.ts'
import { reasonText } from './revokeReport.ts'

interface Props {
  tokens: readonly Token[]
  outcomes: Outcomes
  /** Whether tokens without an outcome were left out, and are not just waiting. */
  isDone: boolean
}

/** A line for each token with its outcome. Only visible lines are rendered. */
export function RevokeLines({ tokens, outcomes, isDone }: Props) {
  const box = useRef<HTMLDivElement>(null)
  const virtualizer = useVirtualizer({
    count: tokens.length,
    getScrollElement: () => box.current,
    estimateSize: () => 53,
    overscan: 8,
    getItemKey: (index) => tokens[index]?.uuid ?? index,
    initialRect: { width: 0, height: 300 },
  })
  return (
    <Box
      ref={box}
      // Reachable and scrollable by keyboard.
      tabIndex={0}
      role="region"
      aria-label={t('Tokens')}
      sx={{ maxHeight: 300, overflowY: 'auto', border: 1, borderColor: 'divider', borderRadius: 1 }}
    >
      <Box
        component="ul"
        sx={{ m: 0, p: 0, listStyle: 'none', position: 'relative' }}
        style={{ height: virtualizer.getTotalSize() }}
      >
        {virtualizer.getVirtualItems().map(({ index, start, key }) => {
          const token = tokens[index]
          if (!token) return null
          return (
            <Box
              component="li"
              key={key}
              ref={virtualizer.measureElement}
              data-index={index}
              aria-setsize={tokens.length}
              aria-posinset={index + 1}
              style={{ transform: `translateY(${start}px)` }}
              sx={{
                position: 'absolute',
                insetInline: 0,
                top: 0,
                px: 1.5,
                py: 0.75,
                ...(index > 0 && { borderTop: 1, borderColor: 'divider' }),
              }}
            >
              <Line token={token} outcome={outcomes.get(token.uuid)} isDone={isDone} />
            </Box>
          )
        })}
      </Box>
    </Box>
  )
}

function Line({ token, outcome, isDone }: { token: Token; outcome: Outcome | undefined; isDone: boolean }) {
  const failed = typeof outcome === 'object' ? outcome.failed : null
  return (
    <>
      <Box sx={{ display: 'flex', gap: 1.5, alignItems: 'center', justifyContent: 'space-between' }}>
        <Box sx={{ fontSize: '0.875rem', overflowWrap: 'anywhere', minWidth: 0 }}>
          <Name of={token.name} strong />
        </Box>
        <Box sx={{ fontSize: '0.8125rem', flexShrink: 0, display: 'flex', gap: 0.5, alignItems: 'center' }}>
          {outcome === undefined && !isDone ? <Use token={token} /> : <Result outcome={outcome} />}
        </Box>
      </Box>
      <Box sx={{ display: 'flex', gap: 1.5, alignItems: 'center', justifyContent: 'space-between' }}>
        <Typography variant="mono" sx={{ color: 'text.secondary' }} translate="no">
          {tokenStart(token)}
        </Typography>
        <Box sx={{ width: '40%' }}>
          <LifeBar token={token} />
        </Box>
      </Box>
      {failed && (
        <Box
          lang={isInWaldursWords(failed) ? 'en' : undefined}
          sx={{ fontSize: '0.8125rem', color: 'error.main', overflowWrap: 'anywhere' }}
        >
          <Trans text={reasonText(failed)} />
        </Box>
      )}
    </>
  )
}

/** Before revoking: how the token is used, with a mark where stopping it would be noticed at once. */
function Use({ token }: { token: Token }) {
  const now = useNow()
  const isMarked = needsConfirmation(token, now) && tokenState(token, now) === 'active'
  const used =
    token.last_used_at === null
      ? t('never used')
      : token.last_used_at === undefined
        ? t('last use not known')
        : t('used {{when}}', { when: ago(instantMs(token.last_used_at), now) })
  return (
    <>
      {isMarked && <WarningAmber sx={{ fontSize: '1rem' }} color="warning" titleAccess={t('In use or global')} />}
      <Box component="span" sx={{ color: isMarked ? 'warning.main' : 'text.secondary' }}>
        {tokenState(token, now) === 'expired'
          ? t('expired')
          : token.scopes.some(isGlobal)
            ? t('global, {{used}}', { used })
            : used}
      </Box>
    </>
  )
}

function Result({ outcome }: { outcome: Outcome | undefined }) {
  if (outcome === undefined) return <Box sx={{ color: 'text.secondary' }}>{t('Not attempted')}</Box>
  if (outcome === 'sending') {
    return (
      <>
        <HourglassEmpty sx={{ fontSize: '1rem' }} color="disabled" /> {t('Revoking…')}
      </>
    )
  }
  if (typeof outcome === 'object') {
    return (
      <>
        <ErrorOutlined sx={{ fontSize: '1rem' }} color="error" />{' '}
        {isOutcomeUnknown(outcome.failed) ? t('Not known') : t('Failed')}
      </>
    )
  }
  return (
    <>
      <BlockOutlined sx={{ fontSize: '1rem' }} color="success" />{' '}
      {outcome === 'revoked' ? t('Revoked') : t('Already gone')}
    </>
  )
}
