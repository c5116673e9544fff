import ListItemText from '@mui/material/ListItemText'
import ListSubheader from '@mui/material/ListSubheader'
import Menu from '@mui/material/Menu'
import MenuItem from '@mui/material/MenuItem'
import { useNow } from '../../ui/now.ts'
import { obstacleText, useCapabilities } from '../capabilities/useCapabilities.ts'
import type { Dialog } from '../dialog.ts'
import type { Token } from '../schema.ts'
import { tokenActions } from './tokenActions.ts'

interface Props {
  token: Token
  button: HTMLElement | null
  labelledBy: string
  onClose: () => void
  choose: (dialog: Dialog) => void
}

/**
 * The row's menu. Unavailable actions stay in it with the reason; a reason that holds for all of them is shown once.
 */
export function TokenMenu({ token, button, labelledBy, onClose, choose }: Props) {
  const capabilities = useCapabilities()
  const actions = tokenActions(token, capabilities, useNow())
  const whole = capabilities.byAccessToken ? 'access-token' : null
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
      {actions.map(({ kind, label, hint, obstacle, dialog }) => (
        <MenuItem
          key={kind}
          disabled={obstacle !== null}
          onClick={() => choose(dialog)}
          sx={kind === 'revoke' ? { color: 'error.main' } : null}
        >
          <ListItemText
            primary={label}
            secondary={obstacle === null ? hint : obstacle !== whole && obstacleText(obstacle)}
            slotProps={{ secondary: { sx: { whiteSpace: 'normal' } } }}
          />
        </MenuItem>
      ))}
    </Menu>
  )
}
