import Alert from '@mui/material/Alert'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Paper from '@mui/material/Paper'
import Stack from '@mui/material/Stack'
import Typography from '@mui/material/Typography'
import { useId } from 'react'
import { number, t } from '../../ui/i18n.tsx'
import { useNow } from '../../ui/now.ts'
import { instant, relative } from '../../ui/time.ts'
import { tokenActions } from '../actions/tokenActions.ts'
import { useCapabilities } from '../capabilities/useCapabilities.ts'
import type { Dialog } from '../dialog.ts'
import { LastUsedCell, WhereCell } from '../rows/cells.tsx'
import { TokenName } from '../rows/TokenName.tsx'
import type { Token } from '../schema.ts'
import { tokenState } from '../state/expiry.ts'
import { StateLabel } from '../state/StateLabel.tsx'
import { useAllTokens } from '../useAllTokens.ts'
import { noneFoundText, tokensEndingAt } from './finder.ts'

interface Props {
  /** The second at which the token ends; null until there is one. */
  second: number | null
  open: (dialog: Dialog) => void
  onClose: () => void
}

/** The tokens that end in this second, and what that means. */
export function FinderResult({ second, open, onClose }: Props) {
  const now = useNow()
  const list = useAllTokens()
  if (second === null) return <Box role="status" />
  const found = tokensEndingAt(second, list.tokens ?? [])
  const end = { end: instant(second * 1000), when: relative(second * 1000, now) }
  const ended = second * 1000 <= now
  return (
    <Stack spacing={2} role="status">
      <Typography>
        {ended
          ? t('It expired on {{end}}, {{when}}, and no longer works.', end)
          : t('It expires on {{end}}, {{when}}.', end)}{' '}
        {found.length > 1 &&
          t('{{count}} of your tokens expire in that second. Rotating keeps the expiration.', { count: found.length })}
        {found.length === 1 &&
          t('One of your tokens expires in that second. You may have pasted an earlier secret of it.')}
      </Typography>
      {found.map((token) => (
        <Found key={token.uuid} token={token} open={open} onClose={onClose} />
      ))}
      {found.length === 0 && (
        <Alert severity="info">
          {noneFoundText(list)}{' '}
          {!list.complete &&
            t('Only {{loaded}} of your tokens are loaded so far.', { loaded: number(list.tokens?.length ?? 0) })}
        </Alert>
      )}
      {found.some((token) => tokenState(token, now) === 'active') && (
        <Typography variant="body2" sx={{ color: 'text.secondary' }}>
          {t('If the secret was exposed, rotate or revoke the active token.')}
        </Typography>
      )}
    </Stack>
  )
}

function Found({ token, open, onClose }: { token: Token; open: (dialog: Dialog) => void; onClose: () => void }) {
  const now = useNow()
  const capabilities = useCapabilities()
  const id = useId()
  return (
    <Paper variant="outlined" sx={{ p: 2 }}>
      <Box sx={{ display: 'flex', gap: 2, justifyContent: 'space-between', alignItems: 'flex-start' }}>
        <Box id={id} sx={{ minWidth: 0 }}>
          <TokenName token={token} onFollow={onClose} />
        </Box>
        <StateLabel token={token} />
      </Box>
      <Box sx={{ mt: 1, fontSize: '0.875rem', display: 'grid', gap: 0.5 }}>
        <Box>
          <WhereCell token={token} />
        </Box>
        <Box>
          {token.last_used_at !== null && `${t('Last used')} `}
          <LastUsedCell token={token} />
        </Box>
      </Box>
      <Box sx={{ mt: 1, display: 'flex', gap: 1 }}>
        {tokenActions(token, capabilities, now)
          .filter(({ kind, obstacle }) => (kind === 'rotate' || kind === 'revoke') && obstacle === null)
          .map(({ kind, label, dialog }) => (
            <Button
              key={kind}
              size="small"
              color={kind === 'revoke' ? 'error' : 'primary'}
              aria-describedby={id}
              onClick={() => open(dialog)}
            >
              {label}
            </Button>
          ))}
      </Box>
    </Paper>
  )
}
