import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Paper from '@mui/material/Paper'
import Typography from '@mui/material/Typography'
import { number, t } from '../../ui/i18n.tsx'
import { revokeObstacle } from '../capabilities/obstacles.ts'
import { useCapabilities } from '../capabilities/useCapabilities.ts'
import type { Dialog } from '../dialog.ts'
import type { Token } from '../schema.ts'
import { SaveMenu } from './SaveMenu.tsx'

interface Props {
  selected: readonly Token[]
  /** How many of them the view hides. */
  unseen: number
  open: (dialog: Dialog) => void
  clear: () => void
}

/** Actions on the selected tokens, visible at any scroll position of the list. */
export function SelectionBar({ selected, unseen, open, clear }: Props) {
  const capabilities = useCapabilities()
  const revocable = selected.filter((token) => revokeObstacle(token, capabilities) === null)
  return (
    <Paper
      variant="outlined"
      role="region"
      aria-label={t('Selected tokens')}
      sx={{
        position: 'sticky',
        bottom: 16,
        zIndex: 2,
        display: 'flex',
        flexWrap: 'wrap',
        alignItems: 'center',
        gap: 1,
        px: 2,
        py: 1,
        borderColor: 'primary.main',
        boxShadow: '0 8px 24px rgb(0 0 0 / 0.12)',
      }}
    >
      <Typography role="status" sx={{ fontSize: '0.9375rem', fontWeight: 550, mr: 'auto' }}>
        {t('{{shown}} selected', { shown: number(selected.length) })}
        {unseen > 0 && (
          <Box component="span" sx={{ fontWeight: 400, color: 'text.secondary' }}>
            {' '}
            {t('({{shown}} of them not in this view)', { shown: number(unseen) })}
          </Box>
        )}
      </Typography>
      <Button color="inherit" onClick={clear}>
        {t('Clear selection')}
      </Button>
      <SaveMenu
        tokensOf={() => selected}
        what={t('{{shown}} selected tokens', {
          count: selected.length,
          shown: number(selected.length),
          defaultValue_one: 'One selected token',
        })}
      />
      <Button
        variant="contained"
        color="error"
        disabled={revocable.length === 0}
        onClick={() => open({ kind: 'revoke many', tokens: selected })}
      >
        {revocable.length === 0
          ? t('Nothing to revoke')
          : t('Revoke {{shown}} tokens', {
              count: revocable.length,
              shown: number(revocable.length),
              defaultValue_one: 'Revoke one token',
            })}
      </Button>
    </Paper>
  )
}
