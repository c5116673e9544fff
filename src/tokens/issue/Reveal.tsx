import CheckCircle from '@mui/icons-material/CheckCircle'
import ContentCopy from '@mui/icons-material/ContentCopy'
import Visibility from '@mui/icons-material/Visibility'
import VisibilityOff from '@mui/icons-material/VisibilityOff'
import Alert from '@mui/material/Alert'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Checkbox from '@mui/material/Checkbox'
import DialogActions from '@mui/material/DialogActions'
import DialogContent from '@mui/material/DialogContent'
import DialogTitle from '@mui/material/DialogTitle'
import FormControlLabel from '@mui/material/FormControlLabel'
import Stack from '@mui/material/Stack'
import Typography from '@mui/material/Typography'
import type { KeyboardEvent } from 'react'
import { useEffect, useEffectEvent, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import { currentSession } from '../../api/credential.ts'
import { instantMs } from '../../api/wire.ts'
import { noteOpenSecret } from '../../auth/openSecret.ts'
import { useSession } from '../../auth/session.ts'
import { copyBySelecting, writeToClipboard } from '../../ui/clipboard.ts'
import { Trans, t } from '../../ui/i18n.tsx'
import { Name } from '../../ui/Name.tsx'
import { instant } from '../../ui/time.ts'
import { useInitialFocus } from '../../ui/useInitialFocus.ts'
import { useLeaveGuard } from '../../ui/useLeaveGuard.ts'
import { CalendarButton } from '../export/CalendarButton.tsx'
import type { IssuedToken, Token } from '../schema.ts'
import { HowToUse } from '../usage/HowToUse.tsx'
import { Duplicates } from './Duplicates.tsx'
import { noteSaved, noteTried } from './journal.ts'
import { LostRestriction } from './LostRestriction.tsx'
import type { Restrictions } from './losses.ts'
import { isUntold, losses } from './losses.ts'
import type { MintContext } from './mutations.ts'
import { StillWorks } from './StillWorks.tsx'

interface Props {
  issued: IssuedToken
  /** The state before the request, to detect duplicates, and the journal entry. */
  context: MintContext
  /** The requested restrictions, to warn about what the server left out. */
  asked: Restrictions
  /** The token that this one replaces. */
  replaces?: Token | undefined
  onDone: () => void
}

/** `replaced`: copied once, but something else is on the clipboard now. */
type Copying = 'not yet' | 'copied' | 'by hand' | 'replaced'

/**
 * The one place that shows a plaintext secret, inside a dialog that only "Done" closes. The secret is read from the
 * mutation's response and kept nowhere else. It is in the document only while "Show secret" is on.
 */
export function Reveal({ issued, context, asked, replaces, onDone }: Props) {
  const title = useInitialFocus<HTMLHeadingElement>()
  const secret = useRef<HTMLElement>(null)
  const [shown, setShown] = useState(false)
  const [copying, setCopying] = useState<Copying>('not yet')
  const [downloaded, setDownloaded] = useState(false)
  const [stored, setStored] = useState(false)
  const [leaving, setLeaving] = useState(false)
  const [escaped, setEscaped] = useState(false)
  const unsaved = copying !== 'copied' && !downloaded && !stored
  const question = !unsaved
    ? null
    : copying === 'replaced'
      ? t('This secret is no longer on your clipboard. It cannot be shown again.')
      : t('You have not copied this secret. It cannot be shown again.')
  // Nothing to ask once there is nothing to lose.
  const asking = leaving && unsaved
  const lost = losses(asked, issued)

  useEffect(() => noteSaved(context.entryId, !unsaved), [context.entryId, unsaved])
  useLeaveGuard(
    () => unsaved,
    () => setLeaving(true),
  )
  useWipeOnPageHide(onDone)

  // Keep it hidden when the user signs in again, because somebody may be watching.
  const { ended } = useSession()
  if (ended && shown) setShown(false)

  const noteEscape = (event: KeyboardEvent) => setEscaped(event.key === 'Escape')
  const done = () => {
    noteSaved(context.entryId, true)
    onDone()
  }
  const close = useEffectEvent(done)
  useEffect(() => noteOpenSecret({ question }, () => close()), [question])

  const copy = async () => {
    if (await writeToClipboard(issued.token)) return setCopying('copied')
    if (currentSession().ended) return
    // The older way needs the text visible and selected. It reports success reliably, too.
    flushSync(() => setShown(true))
    setCopying(copyBySelecting(secret.current) ? 'copied' : 'by hand')
  }

  return (
    <>
      <DialogTitle id={REVEAL_TITLE} ref={title} tabIndex={-1} onKeyDown={noteEscape} sx={{ outline: 'none' }}>
        {t('Copy your token')}
      </DialogTitle>
      <DialogContent onKeyDown={noteEscape}>
        <Stack spacing={2}>
          <Typography>
            <Trans
              text={t(
                'This is the only time that Waldur shows the secret of [[name]]. Store it where it will be used.',
              )}
              name={<Name of={issued.name} strong />}
            />
          </Typography>
          <Duplicates issued={issued} {...context} />
          {replaces && <StillWorks token={replaces} />}
          {lost.length > 0 && <LostRestriction uuid={issued.uuid} losses={lost} />}
          {isUntold(asked, issued) && (
            <Alert severity="warning">
              {t(
                'Waldur’s response doesn’t say whether this token is limited as you asked. Check the places and IP addresses on the token’s page before you use it.',
              )}
            </Alert>
          )}
          <Box sx={{ border: 1, borderColor: 'divider', borderRadius: 2, bgcolor: 'background.default', p: 2 }}>
            <Typography
              ref={secret}
              variant="mono"
              component="code"
              translate="no"
              spellCheck={false}
              aria-hidden={!shown}
              sx={{
                display: 'block',
                overflowWrap: 'anywhere',
                minHeight: '2.8em',
                '@media print': { visibility: 'hidden' },
              }}
            >
              {shown ? issued.token : '•'.repeat(44)}
            </Typography>
            <Stack direction="row" spacing={1.5} useFlexGap sx={{ mt: 1.5, flexWrap: 'wrap' }}>
              <Button variant="contained" startIcon={<ContentCopy />} onClick={() => void copy()}>
                {t('Copy')}
              </Button>
              <Button
                variant="outlined"
                startIcon={shown ? <VisibilityOff /> : <Visibility />}
                aria-pressed={shown}
                onClick={() => setShown(!shown)}
              >
                {t('Show secret')}
              </Button>
            </Stack>
            <Box role="status" sx={{ mt: 1.5, fontSize: '0.875rem' }}>
              {copying === 'copied' && (
                <Box sx={{ display: 'flex', gap: 0.75, alignItems: 'center', color: 'success.main', fontWeight: 550 }}>
                  <CheckCircle fontSize="small" /> {t('Copied')}
                </Box>
              )}
              {copying === 'by hand' && t('The browser did not let us copy. The secret is selected: press Ctrl+C.')}
              {copying === 'replaced' &&
                t('The secret is no longer on your clipboard. Copy it again unless you’ve pasted it.')}
              {copying === 'not yet' && <Box sx={{ color: 'text.secondary' }}>{t('Not copied yet')}</Box>}
            </Box>
          </Box>
          <HowToUse
            issued={issued}
            onTry={() => noteTried(context.entryId)}
            onDownloaded={() => setDownloaded(true)}
            onOtherCopied={() => setCopying((before) => (before === 'copied' ? 'replaced' : before))}
            isReplaced={copying === 'replaced'}
          />
          <FormControlLabel
            control={<Checkbox checked={stored} onChange={(_event, checked) => setStored(checked)} />}
            label={t('I have stored it')}
          />
          <div>
            <Typography variant="body2" sx={{ color: 'text.secondary' }}>
              {t('Works until {{end}}. Anyone who has it can use it as you.', {
                end: instant(instantMs(issued.expires_at)),
              })}
            </Typography>
            <CalendarButton token={issued} />
          </div>
        </Stack>
      </DialogContent>
      {/* The content above may be scrolled out of view. */}
      <Box sx={{ px: 3, pt: 1 }}>
        {escaped && !asking && (
          <Alert severity="info">{t('This stays open so that the secret is not lost by accident. Use “Done”.')}</Alert>
        )}
        {asking && (
          <Alert severity="warning" role="alert">
            {question}
          </Alert>
        )}
      </Box>
      <DialogActions onKeyDown={noteEscape}>
        {asking ? (
          <>
            <Button color="inherit" onClick={done}>
              {t('Close without it')}
            </Button>
            <Button variant="contained" autoFocus onClick={() => setLeaving(false)}>
              {t('Go back')}
            </Button>
          </>
        ) : (
          <Button variant={unsaved ? 'outlined' : 'contained'} onClick={() => (unsaved ? setLeaving(true) : done())}>
            {t('Done')}
          </Button>
        )}
      </DialogActions>
    </>
  )
}

/** For `aria-labelledby` of the surrounding dialog. */
export const REVEAL_TITLE = 'reveal-title'

/** The browser's back/forward cache would keep the page with its secret. */
function useWipeOnPageHide(wipe: () => void) {
  useEffect(() => {
    const now = () => flushSync(wipe)
    addEventListener('pagehide', now)
    return () => removeEventListener('pagehide', now)
  }, [wipe])
}
