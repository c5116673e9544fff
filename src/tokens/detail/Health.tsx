import InfoOutlined from '@mui/icons-material/InfoOutlined'
import WarningAmber from '@mui/icons-material/WarningAmber'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Paper from '@mui/material/Paper'
import Typography from '@mui/material/Typography'
import { useId } from 'react'
import { nameText } from '../../ui/names.ts'
import { useNow } from '../../ui/now.ts'
import { instant } from '../../ui/time.ts'
import { listing, t } from '../../ui/words.tsx'
import type { Dialog } from '../dialogs.ts'
import { usePermissionWords } from '../permissions.ts'
import type { Ailment } from '../rules/health.ts'
import { replaceObstacle, revokeObstacle } from '../rules/permit.ts'
import type { Token } from '../schema.ts'
import { obstacleText, useStanding } from '../standing.ts'
import { useHealth } from '../useHealth.ts'

/** What is worth a look about an active token, each with what mends it. */
export function Health({ token, open }: { token: Token; open: (dialog: Dialog) => void }) {
  const now = useNow()
  const id = useId()
  const ailments = useHealth()(token, now)
  if (ailments.length === 0) return null
  return (
    <Paper component="section" variant="outlined" aria-labelledby={id} sx={{ px: { xs: 2, sm: 3 }, py: 2 }}>
      <Typography id={id} variant="h2">
        {t('Worth a look')}
      </Typography>
      <Box component="ul" sx={{ m: 0, p: 0, listStyle: 'none' }}>
        {ailments.map((ailment) => (
          <Entry key={ailment.kind} ailment={ailment} token={token} open={open} />
        ))}
      </Box>
    </Paper>
  )
}

interface EntryProps {
  ailment: Ailment
  token: Token
  open: (dialog: Dialog) => void
}

function Entry({ ailment, token, open }: EntryProps) {
  const now = useNow()
  const standing = useStanding()
  const text = useAilmentText()
  const isGrave = ailment.kind === 'dead' || ailment.kind === 'global'
  const fix = fixOf(ailment, token)
  const obstacle =
    fix.dialog.kind === 'revoke' ? revokeObstacle(token, standing) : replaceObstacle(token, standing, now)
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
        {isGrave ? (
          <WarningAmber fontSize="small" color="warning" sx={{ mt: 0.25 }} />
        ) : (
          <InfoOutlined fontSize="small" color="disabled" sx={{ mt: 0.25 }} />
        )}
        <Typography sx={{ overflowWrap: 'anywhere', fontSize: '0.9375rem' }}>
          {text(ailment)} {obstacle && obstacleText(obstacle)}
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

/** A replacement leaves out what is dead, and what its label says; of deleted entities the form takes none over. */
function fixOf(ailment: Ailment, token: Token): { label: string; dialog: Dialog } {
  const replacement = { token, as: 'replacement' } as const
  const replace: Dialog = { kind: 'create', start: replacement }
  const revoke: Dialog = { kind: 'revoke', token }
  switch (ailment.kind) {
    case 'dead':
    case 'never used':
    case 'unused':
      return { label: t('Revoke it'), dialog: revoke }
    case 'dead permissions':
      return {
        label: t('Replace without these permissions'),
        dialog: { kind: 'create', start: { ...replacement, without: ailment.scopes } },
      }
    case 'dead bindings':
      return { label: t('Replace without what is deleted'), dialog: replace }
    case 'ends soon':
      return { label: t('Replace it before it ends'), dialog: replace }
    case 'outlives role':
      return {
        label: t('Replace it, ending with the role'),
        dialog: { kind: 'create', start: { ...replacement, end: ailment.end.at } },
      }
    case 'global':
      return { label: t('Replace with narrower permissions'), dialog: replace }
    case 'broad':
      return { label: t('Replace with fewer permissions'), dialog: replace }
  }
}

/** An ailment in a sentence. */
function useAilmentText(): (ailment: Ailment) => string {
  const words = usePermissionWords()
  const named = (scopes: readonly string[]) =>
    listing(
      scopes.map((scope) => words(scope).label),
      4,
    )
  return (ailment) => {
    switch (ailment.kind) {
      case 'dead':
        return t(
          'It opens nothing any more: everything it was bound to is deleted, or you no longer hold any of its permissions. It is not unrestricted.',
        )
      case 'dead permissions':
        return t('You no longer hold these of its permissions: {{permissions}}. They do nothing until you do again.', {
          permissions: named(ailment.scopes),
        })
      case 'dead bindings':
        return t('{{count}} of the entities it is bound to are deleted. The others work on.', {
          count: ailment.count,
          defaultValue_one: 'One of the entities it is bound to is deleted. The others work on.',
        })
      case 'never used':
        return t('It was never used since it was created. A token that nobody needs can only be lost.')
      case 'unused':
        return t('It was not used for 90 days or longer. A token that nobody needs can only be lost.')
      case 'ends soon':
        return t('It ends within 14 days. Its date cannot be changed, but another token can take its place.')
      case 'outlives role':
        return t(
          'Your role in {{roles}} ends {{end}}, before the token. From then on these stop working: {{permissions}}. Whoever manages the role can prolong it.',
          {
            roles: listing([...new Set(ailment.end.roles.map(({ name }) => nameText(name)))], 2),
            end: instant(ailment.end.at),
            permissions: named(ailment.end.scopes),
          },
        )
      case 'global':
        return t('{{permissions}} works in all of Waldur, wherever your rights as staff or support reach.', {
          permissions: named(ailment.scopes),
        })
      case 'broad':
        return t(
          'It holds many permissions, and works wherever you hold them. A narrower one does less harm when lost.',
        )
    }
  }
}
