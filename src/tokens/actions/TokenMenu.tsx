import ListItemText from '@mui/material/ListItemText'
import ListSubheader from '@mui/material/ListSubheader'
import Menu from '@mui/material/Menu'
import MenuItem from '@mui/material/MenuItem'
import { useNow } from '../../ui/now.ts'
import { t } from '../../ui/words.tsx'
import type { Obstacle } from '../capabilities/obstacles.ts'
import {
  createObstacle,
  networksObstacle,
  replaceObstacle,
  revokeObstacle,
  rotateObstacle,
} from '../capabilities/obstacles.ts'
import { obstacleText, useStanding } from '../capabilities/useCapabilities.ts'
import type { Dialog } from '../dialogs.ts'
import type { Token } from '../schema.ts'

interface Props {
  token: Token
  button: HTMLElement | null
  labelledBy: string
  onClose: () => void
  choose: (dialog: Dialog) => void
}

/** The row's menu. What may not be done stays in it, with its reason; one that goes for all of it is said once. */
export function TokenMenu({ token, button, labelledBy, onClose, choose }: Props) {
  const now = useNow()
  const standing = useStanding()
  const rotate = rotateObstacle(token, standing, now)
  const replace = replaceObstacle(token, standing, now)
  const copy = createObstacle(standing)
  const networks = networksObstacle(token, standing, now)
  const revoke = revokeObstacle(token, standing)
  const whole: Obstacle | null = standing.byAccessToken ? 'access-token' : null
  const why = (obstacle: Obstacle | null) => obstacle && obstacle !== whole && obstacleText(obstacle)
  const reason = `${labelledBy}-reason`
  return (
    <Menu
      open
      anchorEl={button}
      onClose={onClose}
      slotProps={{
        list: { 'aria-labelledby': labelledBy, 'aria-describedby': whole ? reason : undefined, dense: true },
        paper: { sx: { maxWidth: 320 } },
      }}
    >
      {whole && (
        <ListSubheader
          id={reason}
          role="none"
          sx={{ py: 1, fontWeight: 400, lineHeight: 1.45, bgcolor: 'transparent' }}
        >
          {obstacleText(whole)}
        </ListSubheader>
      )}
      <MenuItem disabled={rotate !== null} onClick={() => choose({ kind: 'rotate', token })}>
        <ListItemText
          primary={t('Rotate')}
          secondary={rotate ? why(rotate) : t('New secret, same end date')}
          slotProps={WRAP}
        />
      </MenuItem>
      <MenuItem
        disabled={replace !== null}
        onClick={() => choose({ kind: 'create', start: { token, as: 'replacement' } })}
      >
        <ListItemText
          primary={t('Replace with a later date')}
          secondary={replace ? why(replace) : t('A second token; this one works on')}
          slotProps={WRAP}
        />
      </MenuItem>
      <MenuItem disabled={copy !== null} onClick={() => choose({ kind: 'create', start: { token, as: 'copy' } })}>
        <ListItemText primary={t('Copy as new')} secondary={why(copy)} slotProps={WRAP} />
      </MenuItem>
      {token.allowed_networks && (
        <MenuItem disabled={networks !== null} onClick={() => choose({ kind: 'networks', token })}>
          <ListItemText primary={t('Change networks')} secondary={why(networks)} slotProps={WRAP} />
        </MenuItem>
      )}
      <MenuItem
        disabled={revoke !== null}
        onClick={() => choose({ kind: 'revoke', token })}
        sx={{ color: 'error.main' }}
      >
        <ListItemText primary={t('Revoke')} secondary={why(revoke)} slotProps={WRAP} />
      </MenuItem>
    </Menu>
  )
}

const WRAP = { secondary: { sx: { whiteSpace: 'normal' } } } as const
