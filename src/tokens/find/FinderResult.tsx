import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Paper from '@mui/material/Paper'
import Stack from '@mui/material/Stack'
import Typography from '@mui/material/Typography'
import { useId } from 'react'
import { Consequence, Consequences } from '../../ui/Consequences.tsx'
import { number, t } from '../../ui/i18n.tsx'
import { useNow } from '../../ui/now.ts'
import { Spoken } from '../../ui/Spoken.tsx'
import { instant, relative } from '../../ui/time.ts'
import { tokenActions } from '../actions/tokenActions.ts'
import { useCapabilities } from '../capabilities/useCapabilities.ts'
import type { Dialog } from '../dialog.ts'
import { Proof } from '../lifecycle/Proof.tsx'
import { WhereCell } from '../rows/cells.tsx'
import { TokenName } from '../rows/TokenName.tsx'
import type { Token } from '../schema.ts'
import { tokenState } from '../state/expiry.ts'
import { StateLabel } from '../state/StateLabel.tsx'
import type { TokenList } from '../useAllTokens.ts'
import { useAllTokens } from '../useAllTokens.ts'
import { noneFoundText, tokensEndingAt } from './finder.ts'

interface Props {
  /** The second at which the token ends; null until there is one. */
  second: number | null
  /** When it was asked for, in milliseconds. */
  askedAt: number
  /** Why there is no second; empty if nothing was entered. */
  rejection: string
  open: (dialog: Dialog) => void
  onClose: () => void
}

/** The tokens that end in this second, and what that means. The sentences are said, the cards only read. */
export function FinderResult({ second, askedAt, rejection, open, onClose }: Props) {
  const list = useAllTokens()
  const found = second === null ? [] : tokensEndingAt(second, list.tokens ?? [])
  const meaning = foundText(found.length, list)
  return (
    <>
      {second !== null && <Answer second={second} found={found} meaning={meaning} open={open} onClose={onClose} />}
      <Spoken text={second === null ? rejection : `${endText(second, askedAt)} ${meaning}`} about={String(askedAt)} />
    </>
  )
}

interface AnswerProps extends Pick<Props, 'open' | 'onClose'> {
  second: number
  found: readonly Token[]
  meaning: string
}

function Answer({ second, found, meaning, open, onClose }: AnswerProps) {
  const now = useNow()
  const active = found.filter((token) => tokenState(token, now) === 'active')
  return (
    <Stack spacing={2}>
      <Consequences>
        <Consequence mark={second * 1000 <= now ? 'end' : 'note'} more={meaning}>
          {endText(second, now)}
        </Consequence>
      </Consequences>
      {found.map((token) => (
        <Found key={token.uuid} token={token} isOnly={active.length === 1} open={open} onClose={onClose} />
      ))}
      {active.length > 0 && (
        <Typography sx={{ fontSize: '0.8125rem', color: 'text.secondary' }}>
          {t('If the secret was exposed, rotate or revoke the active token.')}
        </Typography>
      )}
    </Stack>
  )
}

function endText(second: number, now: number): string {
  const end = { end: instant(second * 1000), when: relative(second * 1000, now) }
  return second * 1000 <= now
    ? t('It expired on {{end}}, {{when}}, and no longer works.', end)
    : t('It expires on {{end}}, {{when}}.', end)
}

function foundText(count: number, list: TokenList): string {
  if (count > 1) {
    return t('{{count}} of your tokens expire in that second. Rotating keeps the expiration.', { count })
  }
  if (count === 1) return t('One of your tokens expires in that second. You may have pasted an earlier secret of it.')
  if (list.complete) return noneFoundText(list)
  const loaded = number(list.tokens?.length ?? 0)
  return `${noneFoundText(list)} ${t('Only {{loaded}} of your tokens are loaded so far.', { loaded })}`
}

interface FoundProps extends Pick<Props, 'open' | 'onClose'> {
  token: Token
  /** No other active token was found. */
  isOnly: boolean
}

function Found({ token, isOnly, open, onClose }: FoundProps) {
  const now = useNow()
  const capabilities = useCapabilities()
  const id = useId()
  const actions = tokenActions(token, capabilities, now).filter(
    ({ kind, obstacle }) => (kind === 'rotate' || kind === 'revoke') && obstacle === null,
  )
  return (
    <Paper variant="outlined" sx={{ p: 2, display: 'grid', gap: 1.5 }}>
      <Box sx={{ display: 'flex', gap: 2, justifyContent: 'space-between', alignItems: 'flex-start' }}>
        <Box id={id} sx={{ minWidth: 0 }}>
          <TokenName token={token} onFollow={onClose} />
        </Box>
        <StateLabel token={token} />
      </Box>
      <div>
        <WhereCell token={token} />
      </div>
      <Proof token={token} />
      {actions.length > 0 && (
        <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1 }}>
          {actions.map(({ kind, label, dialog }) => (
            <Button
              key={kind}
              size="small"
              variant={kind === 'rotate' && isOnly ? 'contained' : 'outlined'}
              color={kind === 'revoke' ? 'error' : 'primary'}
              aria-describedby={id}
              onClick={() => open(dialog)}
            >
              {label}
            </Button>
          ))}
        </Box>
      )}
    </Paper>
  )
}
