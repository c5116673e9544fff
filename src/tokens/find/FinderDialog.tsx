import Button from '@mui/material/Button'
import MuiDialog from '@mui/material/Dialog'
import DialogActions from '@mui/material/DialogActions'
import DialogContent from '@mui/material/DialogContent'
import DialogTitle from '@mui/material/DialogTitle'
import Stack from '@mui/material/Stack'
import Typography from '@mui/material/Typography'
import { useId, useState } from 'react'
import { withoutInvisible } from '../../api/invisible.ts'
import { serverNow } from '../../api/serverClock.ts'
import { growingDialog } from '../../ui/dialogLooks.ts'
import { t } from '../../ui/i18n.tsx'
import { TextField } from '../../ui/TextField.tsx'
import type { Dialog } from '../dialog.ts'
import { FinderResult } from './FinderResult.tsx'
import { expirySecondIn } from './finder.ts'

interface Props {
  open: (dialog: Dialog) => void
  onClose: () => void
}

/** What can be typed by hand on the way to a token's prefix. */
const TYPED = /^(w(_\d{0,10}_?)?)?$/

/**
 * "Identify a token". Only the second of expiry is kept from a pasted text, even in the field. The rest may be a
 * working secret, so it is dropped.
 */
export function FinderDialog({ open, onClose }: Props) {
  const id = useId()
  const [text, setText] = useState('')
  const [askedAt, setAskedAt] = useState(serverNow)
  const [rejected, setRejected] = useState(false)
  const none = t('No Waldur token found in that text. Tokens start with “w_”, 10 digits and “_”.')

  const take = (raw: string) => {
    const seen = withoutInvisible(raw).trim()
    const second = expirySecondIn(seen)
    const kept = second !== null ? `w_${second}` : TYPED.test(seen) ? seen : ''
    setText(kept)
    setAskedAt(serverNow())
    setRejected(kept === '' && seen !== '')
  }

  return (
    <MuiDialog open onClose={onClose} aria-labelledby={id} fullWidth sx={growingDialog}>
      <DialogTitle id={id}>{t('Identify a token')}</DialogTitle>
      <DialogContent>
        <Stack spacing={2}>
          <Typography sx={{ color: 'text.secondary' }}>
            {t('Paste a token you found or a log line with its beginning.')}
          </Typography>
          <div>
            <Typography variant="h3" component="label" htmlFor={`${id}-text`} sx={LABEL}>
              {t('Token or its beginning')}
            </Typography>
            <TextField
              id={`${id}-text`}
              autoFocus
              fullWidth
              placeholder="w_1804075500_…"
              value={text}
              onChange={(event) => take(event.target.value)}
              inputRef={(field: HTMLInputElement) => takeBefore(field, take)}
              error={rejected}
              helperText={
                rejected
                  ? none
                  : t('Only its expiration time is read. The rest is discarded immediately, and nothing is sent.')
              }
              slotProps={{ htmlInput: { autoComplete: 'off', spellCheck: false, 'data-1p-ignore': true } }}
            />
          </div>
          <FinderResult
            second={expirySecondIn(text)}
            askedAt={askedAt}
            rejection={rejected ? none : ''}
            open={open}
            onClose={onClose}
          />
        </Stack>
      </DialogContent>
      <DialogActions>
        <Button color="inherit" onClick={onClose}>
          {t('Close')}
        </Button>
      </DialogActions>
    </MuiDialog>
  )
}

const LABEL = { display: 'block', fontSize: '0.8125rem', lineHeight: '1.25rem', mb: 0.75 } as const

/** Intercepts input before it gets into the field, above all pasted and dropped text. */
function takeBefore(field: HTMLInputElement, take: (text: string) => void): () => void {
  const before = (event: InputEvent) => {
    if (event.data === null || event.isComposing) return
    event.preventDefault()
    const { value, selectionStart, selectionEnd } = field
    take(value.slice(0, selectionStart ?? value.length) + event.data + value.slice(selectionEnd ?? value.length))
  }
  field.addEventListener('beforeinput', before)
  return () => field.removeEventListener('beforeinput', before)
}
