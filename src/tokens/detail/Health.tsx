import InfoOutlined from '@mui/icons-material/InfoOutlined'
import WarningAmber from '@mui/icons-material/WarningAmber'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Paper from '@mui/material/Paper'
import Typography from '@mui/material/Typography'
import { useId } from 'react'
import { Trans, t } from '../../ui/i18n.tsx'
import { useNow } from '../../ui/now.ts'
import { boundPlaces } from '../access/places.ts'
import { useBoundEntities } from '../access/useBoundEntities.ts'
import { useHasPlaces } from '../access/useHasPlaces.ts'
import { replaceObstacle, revokeObstacle } from '../capabilities/obstacles.ts'
import { obstacleText, useCapabilities } from '../capabilities/useCapabilities.ts'
import type { Dialog } from '../dialog.ts'
import { findingText } from '../health/findingText.ts'
import type { Finding } from '../health/useTokenHealth.ts'
import { useTokenHealth } from '../health/useTokenHealth.ts'
import { usePermissionWords } from '../permissions/usePermissionWords.ts'
import type { Token } from '../schema.ts'
import type { Fix } from './findingFix.ts'
import { fixOf } from './findingFix.ts'

const GRAVE: readonly Finding['kind'][] = ['dead', 'role above', 'not asked', 'global', 'boundless']

/** The health issues of an active token, each with its fix. */
export function Health({ token, open }: { token: Token; open: (dialog: Dialog) => void }) {
  const now = useNow()
  const id = useId()
  const findings = useTokenHealth(token, now)
  const { entities } = useBoundEntities(token.allowed_scopes)
  const canLimit = useHasPlaces(findings.some(({ kind }) => kind === 'boundless'))
  if (findings.length === 0) return null
  return (
    <Paper component="section" variant="outlined" aria-labelledby={id} sx={{ px: { xs: 2, sm: 3 }, py: 2 }}>
      <Typography id={id} variant="h2">
        {t('To review')}
      </Typography>
      <Box component="ul" sx={{ m: 0, p: 0, listStyle: 'none' }}>
        {findings.map((finding) => (
          <FindingItem
            key={`${finding.kind} ${'place' in finding ? finding.place.uuid : ''}`}
            finding={finding}
            fix={fixOf(finding, token, boundPlaces(token.allowed_scopes, entities), canLimit)}
            token={token}
            open={open}
          />
        ))}
      </Box>
    </Paper>
  )
}

interface FindingItemProps {
  finding: Finding
  fix: Fix
  token: Token
  open: (dialog: Dialog) => void
}

function FindingItem({ finding, fix, token, open }: FindingItemProps) {
  const now = useNow()
  const capabilities = useCapabilities()
  const words = usePermissionWords()
  const { text, parts } = findingText(finding, token, (scope) => words(scope).label)
  const obstacle =
    fix.dialog.kind === 'revoke' ? revokeObstacle(token, capabilities) : replaceObstacle(token, capabilities, now)
  return (
    <Box
      component="li"
      sx={{
        display: 'flex',
        flexWrap: 'wrap',
        alignItems: 'center',
        columnGap: 2,
        rowGap: 0.5,
        py: 1.25,
        '& + &': { borderTop: 1, borderColor: 'divider' },
      }}
    >
      <Box sx={{ display: 'flex', gap: 1.25, flex: '1 1 320px', minWidth: 0 }}>
        {GRAVE.includes(finding.kind) ? (
          <WarningAmber fontSize="small" color="warning" sx={{ mt: 0.25 }} />
        ) : (
          <InfoOutlined fontSize="small" color="disabled" sx={{ mt: 0.25 }} />
        )}
        <Typography sx={{ overflowWrap: 'anywhere', fontSize: '0.9375rem' }}>
          {/* Names are ignored by a sentence without a placeholder for them. */}
          {parts ? (
            <Trans
              text={text}
              place={<bdi style={{ fontWeight: 600 }}>{parts.place}</bdi>}
              above={<bdi>{parts.above}</bdi>}
              permissions={<bdi>{parts.permissions}</bdi>}
            />
          ) : (
            text
          )}{' '}
          {obstacle && obstacleText(obstacle)}
        </Typography>
      </Box>
      <Button
        size="small"
        variant="outlined"
        disabled={obstacle !== null}
        onClick={() => open(fix.dialog)}
        sx={{ ml: { xs: 4, sm: 0 } }}
      >
        {fix.label}
      </Button>
    </Box>
  )
}
