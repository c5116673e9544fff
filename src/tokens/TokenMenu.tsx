import ListItemText from '@mui/material/ListItemText'
import Menu from '@mui/material/Menu'
import MenuItem from '@mui/material/MenuItem'
import { useNow } from '../ui/now.ts'
import { t } from '../ui/words.tsx'
import type { Dialog } from './dialogs.ts'
import { createObstacle, networksObstacle, replaceObstacle, revokeObstacle, rotateObstacle } from './rules/permit.ts'
import type { Token } from './schema.ts'
import { obstacleText, useStanding } from './standing.ts'

interface Props {
  token: Token
  button: HTMLElement | null
  labelledBy: string
  onClose: () => void
  choose: (dialog: Dialog) => void
}

/** The row's menu. What may not be done stays in it, with its reason. */
export function TokenMenu({ token, button, labelledBy, onClose, choose }: Props) {
  const now = useNow()
  const standing = useStanding()
  const rotate = rotateObstacle(token, standing, now)
  const replace = replaceObstacle(token, standing, now)
  const copy = createObstacle(standing)
  const networks = networksObstacle(token, standing, now)
  const revoke = revokeObstacle(token, standing)
  return (
    <Menu
      open
      anchorEl={button}
      onClose={onClose}
      slotProps={{ list: { 'aria-labelledby': labelledBy, dense: true }, paper: { sx: { maxWidth: 320 } } }}
    >
      <MenuItem disabled={rotate !== null} onClick={() => choose({ kind: 'rotate', token })}>
        <ListItemText
          primary={t('Rotate')}
          secondary={rotate ? obstacleText(rotate) : t('New secret, same end date')}
          slotProps={WRAP}
        />
      </MenuItem>
      <MenuItem
        disabled={replace !== null}
        onClick={() => choose({ kind: 'create', start: { token, as: 'replacement' } })}
      >
        <ListItemText
          primary={t('Replace with a later date')}
          secondary={replace ? obstacleText(replace) : t('A second token; this one works on')}
          slotProps={WRAP}
        />
      </MenuItem>
      <MenuItem disabled={copy !== null} onClick={() => choose({ kind: 'create', start: { token, as: 'copy' } })}>
        <ListItemText primary={t('Copy as new')} secondary={copy && obstacleText(copy)} slotProps={WRAP} />
      </MenuItem>
      {token.allowed_networks && (
        <MenuItem disabled={networks !== null} onClick={() => choose({ kind: 'networks', token })}>
          <ListItemText
            primary={t('Change networks')}
            secondary={networks && obstacleText(networks)}
            slotProps={WRAP}
          />
        </MenuItem>
      )}
      <MenuItem
        disabled={revoke !== null}
        onClick={() => choose({ kind: 'revoke', token })}
        sx={{ color: 'error.main' }}
      >
        <ListItemText primary={t('Revoke')} secondary={revoke && obstacleText(revoke)} slotProps={WRAP} />
      </MenuItem>
    </Menu>
  )
}

const WRAP = { secondary: { sx: { whiteSpace: 'normal' } } } as const
