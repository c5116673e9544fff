import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Dialog from '@mui/material/Dialog'
import DialogActions from '@mui/material/DialogActions'
import DialogContent from '@mui/material/DialogContent'
import DialogContentText from '@mui/material/DialogContentText'
import DialogTitle from '@mui/material/DialogTitle'
import LinearProgress from '@mui/material/LinearProgress'
import Stack from '@mui/material/Stack'
import { useEffect, useEffectEvent, useId, useMemo, useState } from 'react'
import { serverNow } from '../../api/serverClock.ts'
import { Alert } from '../../ui/Alert.tsx'
import { aboutOf } from '../../ui/ConfirmDialog.tsx'
import { Consequence, Consequences } from '../../ui/Consequences.tsx'
import { questionDialog } from '../../ui/dialogLooks.ts'
import { RateLimited } from '../../ui/ErrorText.tsx'
import { number, t } from '../../ui/i18n.tsx'
import { Later } from '../../ui/Later.tsx'
import { Status } from '../../ui/Status.tsx'
import { useInitialFocus } from '../../ui/useInitialFocus.ts'
import { useSecondsLeft } from '../../ui/useSecondsLeft.ts'
import { saveReport } from '../export/files.ts'
import { useUnderway } from '../issue/useUnderway.ts'
import { RevokedQueues } from '../queues/QueuesNote.tsx'
import type { Token } from '../schema.ts'
import { LeakedKey } from './LeakedKey.tsx'
import { needsConfirmation } from './needsConfirmation.ts'
import { RevokeLines } from './RevokeLines.tsx'
import { reportLines, summaryOf } from './revokeReport.ts'
import { UnderstandStop } from './UnderstandStop.tsx'
import type { RevokeRun } from './useRevokeMany.ts'
import { isEnded, useRevokeMany } from './useRevokeMany.ts'

interface Props {
  tokens: readonly Token[]
  /** Whether someone else may have their secrets. */
  leaked: boolean
  onClose: () => void
  /** Called when the dialog closes after sending anything. */
  onDone?: (() => void) | undefined
}

/** Revokes several tokens: what will stop, one line each; then the outcome of each, and which ones to retry. */
export function RevokeManyDialog({ tokens, leaked, onClose, onDone }: Props) {
  const id = useId()
  const run = useRevokeMany()
  const close = () => {
    if (run.phase === 'done') onDone?.()
    onClose()
  }
  const isRunning = run.phase === 'running'
  useUnderway(() => isRunning)
  return (
    <Dialog
      open
      onClose={isRunning ? undefined : close}
      aria-labelledby={id}
      aria-describedby={aboutOf(id)}
      fullWidth
      sx={questionDialog(600)}
    >
      <RevokeMany tokens={tokens} leaked={leaked} onClose={close} run={run} titleId={id} />
    </Dialog>
  )
}

function RevokeMany({ tokens: chosen, leaked, onClose, run, titleId }: Props & { run: RevokeRun; titleId: string }) {
  const { phase, outcomes, wait, start, stop } = run
  const harmless = useInitialFocus<HTMLButtonElement>()
  const [isConfirmed, setConfirmed] = useState(false)
  const left = useSecondsLeft(wait)
  // Keep the initial tokens, because the list behind is refreshed meanwhile.
  const tokens = useMemo(() => inUseFirst(chosen.filter(({ is_active }) => is_active)), [chosen])

  const mustConfirm = phase === 'asking' && tokens.some((token) => needsConfirmation(token, serverNow()))
  const unfinished = tokens.filter(({ uuid }) => !isEnded(outcomes.get(uuid)))
  const many = { count: tokens.length, shown: number(tokens.length) }
  const progress = t('{{done}} of {{shown}} revoked.', {
    done: number(tokens.length - unfinished.length),
    shown: many.shown,
  })
  return (
    <>
      <DialogTitle id={titleId}>
        {t('Revoke {{shown}} tokens', { ...many, defaultValue_one: 'Revoke 1 token' })}
      </DialogTitle>
      <DialogContent>
        <Stack spacing={2}>
          {phase === 'asking' && (
            <Consequences id={aboutOf(titleId)}>
              <Consequence mark="end">{t('Anything using them stops working immediately')}</Consequence>
              <Consequence mark="final" more={t('They stay in your list.')}>
                {t('You can’t undo this')}
              </Consequence>
              {chosen.length > tokens.length && (
                <Consequence mark="note">
                  {t('{{shown}} of the selected tokens are already inactive and are left out.', {
                    count: chosen.length - tokens.length,
                    shown: number(chosen.length - tokens.length),
                    defaultValue_one: '1 of the selected tokens is already inactive and is left out.',
                  })}
                </Consequence>
              )}
            </Consequences>
          )}
          {phase === 'running' && (
            <div>
              <LinearProgress
                variant="determinate"
                value={(100 * (tokens.length - unfinished.length)) / tokens.length}
                aria-label={t('Revoking…')}
              />
              <DialogContentText sx={{ mt: 1, fontVariantNumeric: 'tabular-nums' }}>
                <span aria-hidden="true">{progress}</span> {left > 0 && <RateLimited left={left} />}
              </DialogContentText>
            </div>
          )}
          {phase === 'asking' && <RevokedQueues tokens={tokens} />}
          <Box component={Status} sx={{ '&&:not(:has(:not(:empty)))': { mt: 0 } }}>
            {phase === 'running' && <SpokenProgress text={progress} />}
            {phase === 'done' && (
              <Later>
                <Alert role="none" severity={unfinished.length === 0 ? 'success' : 'warning'}>
                  {summaryOf(tokens, outcomes)}
                </Alert>
              </Later>
            )}
          </Box>
          <RevokeLines tokens={tokens} outcomes={outcomes} isDone={phase === 'done'} />
          {leaked && phase === 'done' && <LeakedKey stillWorks={unfinished.length > 0} hasReport />}
          {mustConfirm && (
            <UnderstandStop
              label={t('I understand that anything using these {{shown}} tokens will stop working', {
                ...many,
                defaultValue_one: 'I understand that anything using this token will stop working',
              })}
              checked={isConfirmed}
              onChange={setConfirmed}
            />
          )}
        </Stack>
      </DialogContent>
      <DialogActions>
        {phase === 'asking' && (
          <>
            <Button ref={harmless} color="inherit" onClick={onClose}>
              {t('Cancel')}
            </Button>
            <Button
              variant="contained"
              color="error"
              disabled={mustConfirm && !isConfirmed}
              onClick={() => void start(tokens.map(({ uuid }) => uuid))}
            >
              {t('Revoke {{shown}} tokens', { ...many, defaultValue_one: 'Revoke 1 token' })}
            </Button>
          </>
        )}
        {phase === 'running' && (
          <Button autoFocus variant="outlined" onClick={stop}>
            {t('Stop revoking')}
          </Button>
        )}
        {phase === 'done' && (
          <>
            <Button color="inherit" onClick={() => saveReport(reportLines(tokens, outcomes), serverNow())}>
              {t('Download report')}
            </Button>
            {unfinished.length > 0 && (
              <Button variant="outlined" onClick={() => void start(unfinished.map(({ uuid }) => uuid))}>
                {t('Try {{shown}} again', { shown: number(unfinished.length) })}
              </Button>
            )}
            <Button autoFocus variant={unfinished.length > 0 ? 'text' : 'contained'} onClick={onClose}>
              {t('Close')}
            </Button>
          </>
        )}
      </DialogActions>
    </>
  )
}

/** Announced every other second, because a screen reader cannot keep up with every change. */
function SpokenProgress({ text }: { text: string }) {
  const [spoken, setSpoken] = useState(text)
  const step = useEffectEvent(() => setSpoken(text))
  useEffect(() => {
    const timer = setInterval(step, 2000)
    return () => clearInterval(timer)
  }, [])
  return (
    <div key={spoken} className="unseen">
      {spoken}
    </div>
  )
}

/** Tokens whose end would be noticed at once come first. */
const inUseFirst = (tokens: readonly Token[]): Token[] => {
  const now = serverNow()
  const isNoticed = (token: Token) => Number(needsConfirmation(token, now))
  return tokens.toSorted((a, b) => isNoticed(b) - isNoticed(a))
}
