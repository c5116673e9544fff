import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Stack from '@mui/material/Stack'
import Typography from '@mui/material/Typography'
import { useId } from 'react'
import { useNow } from '../../ui/now.ts'
import { tokenActions } from '../actions/tokenActions.ts'
import { obstacleText, useCapabilities } from '../capabilities/useCapabilities.ts'
import type { Dialog } from '../dialog.ts'
import type { Token } from '../schema.ts'

/** The token's actions as buttons; below them the reasons why some are unavailable, each once. */
export function Actions({ token, open }: { token: Token; open: (dialog: Dialog) => void }) {
  const actions = tokenActions(token, useCapabilities(), useNow())
  const reasons = useId()
  const obstacles = new Set(actions.flatMap(({ obstacle }) => obstacle ?? []))
  return (
    <Box sx={{ maxWidth: 760 }}>
      <Stack direction="row" spacing={1.5} useFlexGap sx={{ flexWrap: 'wrap', justifyContent: { sm: 'flex-end' } }}>
        {actions.map(({ kind, label, obstacle, dialog }) => (
          <Button
            key={kind}
            variant="outlined"
            color={kind === 'revoke' ? 'error' : 'primary'}
            disabled={obstacle !== null}
            aria-describedby={obstacles.size > 0 ? reasons : undefined}
            onClick={() => open(dialog)}
          >
            {label}
          </Button>
        ))}
      </Stack>
      {obstacles.size > 0 && (
        <Typography
          id={reasons}
          variant="body2"
          sx={{ color: 'text.secondary', maxWidth: 420, mt: 1, ml: 'auto', textAlign: { sm: 'right' } }}
        >
          {[...obstacles].map(obstacleText).join(' ')}
        </Typography>
      )}
    </Box>
  )
}
