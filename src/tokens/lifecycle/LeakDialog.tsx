import Button from '@mui/material/Button'
import MuiDialog from '@mui/material/Dialog'
import DialogActions from '@mui/material/DialogActions'
import DialogContent from '@mui/material/DialogContent'
import DialogTitle from '@mui/material/DialogTitle'
import Stack from '@mui/material/Stack'
import Typography from '@mui/material/Typography'
import { useId, useState } from 'react'
import { serverNow } from '../../api/serverClock.ts'
import { Alert } from '../../ui/Alert.tsx'
import { aboutOf } from '../../ui/ConfirmDialog.tsx'
import { Consequence, Consequences } from '../../ui/Consequences.tsx'
import { questionDialog } from '../../ui/dialogLooks.ts'
import { number, t } from '../../ui/i18n.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { useNow } from '../../ui/now.ts'
import { SteadyButton } from '../../ui/SteadyButton.tsx'
import { TextField } from '../../ui/TextField.tsx'
import { TileRadio, Tiles } from '../../ui/Tile.tsx'
import { DAY } from '../../ui/time.ts'
import { useInitialFocus } from '../../ui/useInitialFocus.ts'
import type { Dialog } from '../dialog.ts'
import { dateProblem } from '../limits/dateProblem.ts'
import { localMs, localText } from '../limits/lifetime.ts'
import { useAllTokens } from '../useAllTokens.ts'
import { LeakedKey } from './LeakedKey.tsx'
import { leakedTokens } from './leaked.ts'

interface Props {
  open: (dialog: Dialog) => void
  onClose: () => void
}

/** "Revoke leaked tokens": which tokens to revoke. Then asks the question that precedes any revocation. */
export function LeakDialog(props: Props) {
  const id = useId()
  return (
    <MuiDialog
      open
      onClose={props.onClose}
      aria-labelledby={id}
      aria-describedby={aboutOf(id)}
      fullWidth
      sx={questionDialog(600)}
    >
      <Leak {...props} titleId={id} />
    </MuiDialog>
  )
}

function Leak({ open, onClose, titleId }: Props & { titleId: string }) {
  const harmless = useInitialFocus<HTMLButtonElement>()
  const list = useAllTokens()
  const now = useNow()
  const [which, setWhich] = useState<'all' | 'used'>('all')
  const [since, setSince] = useState(() => localText(serverNow() - DAY))
  const sinceMs = localMs(since)
  const isBad = which === 'used' && !(sinceMs <= now)
  const all = leakedTokens(list.tokens ?? [], null, now)
  const used = Number.isNaN(sinceMs) ? [] : leakedTokens(list.tokens ?? [], sinceMs, now)
  const chosen = which === 'all' ? all : used
  // A failed list will not load by waiting, but its loaded tokens can be revoked now.
  const isComing = !list.complete && !list.error
  const blocked = isBad || chosen.length === 0 || isComing
  return (
    <>
      <DialogTitle id={titleId}>{t('Revoke leaked tokens')}</DialogTitle>
      <DialogContent>
        <Stack spacing={2} sx={{ '--gap': '16px' }}>
          <Typography id={aboutOf(titleId)} sx={{ color: 'text.secondary' }}>
            {t('Revoke first, investigate later. A new token takes a minute, and a revoked one no longer works.')}
          </Typography>
          <Tiles role="radiogroup" label={t('Which tokens')} each="half">
            <TileRadio
              name={titleId}
              label={t('All active tokens ({{shown}})', { shown: number(all.length) })}
              small={t('Used or not')}
              checked={which === 'all'}
              onSelect={() => setWhich('all')}
            />
            <TileRadio
              name={titleId}
              label={t('Only tokens used since a certain time ({{shown}})', { shown: number(used.length) })}
              small={t('You choose the time')}
              checked={which === 'used'}
              onSelect={() => setWhich('used')}
            />
          </Tiles>
          {which === 'used' && (
            <TextField
              type="datetime-local"
              label={t('Used since')}
              value={since}
              onChange={(event) => setSince(event.target.value)}
              error={isBad}
              helperText={
                isBad
                  ? Number.isNaN(sinceMs)
                    ? dateProblem(since, false)
                    : t('Enter a date and time in the past.')
                  : t(
                      'Waldur records a use at most every 10 minutes, so this includes tokens used up to 10 minutes earlier.',
                    )
              }
              sx={{ maxWidth: 320 }}
              slotProps={{ inputLabel: { shrink: true } }}
            />
          )}
          <Notice error={!list.complete && list.error} retry={list.retry} severity="warning">
            {t('Only {{loaded}} of your tokens could be loaded. You can revoke these now, but not the others yet.', {
              loaded: number(list.tokens?.length ?? 0),
            })}
          </Notice>
          {isComing && (
            <Alert role="note" severity="warning" id={`${titleId}-coming`}>
              {t('Only {{loaded}} of your tokens are loaded. Wait for the rest, or some will be missed.', {
                loaded: number(list.tokens?.length ?? 0),
              })}
            </Alert>
          )}
          <Consequences>
            <Consequence mark="note">
              {t(
                'Revoking doesn’t undo what someone has already read or changed, and it doesn’t end a leaked password or session. Each token’s page shows where it was used from.',
              )}
            </Consequence>
          </Consequences>
          <LeakedKey stillWorks={all.length > 0} hasReport={false} />
        </Stack>
      </DialogContent>
      <DialogActions>
        <Button ref={harmless} color="inherit" onClick={onClose}>
          {t('Cancel')}
        </Button>
        <SteadyButton
          variant="contained"
          color="error"
          isOff={blocked}
          aria-describedby={`${titleId}-coming`}
          onClick={() => open({ kind: 'revoke many', tokens: chosen, leaked: true })}
        >
          {chosen.length === 0
            ? t('No tokens to revoke')
            : t('Review {{shown}} tokens', {
                count: chosen.length,
                shown: number(chosen.length),
                defaultValue_one: 'Review 1 token',
              })}
        </SteadyButton>
      </DialogActions>
    </>
  )
}
