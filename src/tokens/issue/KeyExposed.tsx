import Alert from '@mui/material/Alert'
import AlertTitle from '@mui/material/AlertTitle'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Stack from '@mui/material/Stack'
import Typography from '@mui/material/Typography'
import { useRef, useState } from 'react'
import { copyBySelecting, writeToClipboard } from '../../ui/clipboard.ts'
import { t } from '../../ui/words.tsx'

interface Props {
  /** What was on the clipboard, the secret perhaps, is there no longer. */
  onCopied: () => void
  /** The secret was, and is there no longer. */
  isReplaced: boolean
}

/** The fresh token was given its owner's sign-in key: what that means, and a text for who can close it. */
export function KeyExposed({ onCopied, isReplaced }: Props) {
  const passedOn = useRef<HTMLDivElement>(null)
  const [copied, setCopied] = useState<boolean | null>(null)
  const text = t(
    'A personal access token gets its owner’s sign-in key from GET /api/users/me/?field=token on our Waldur server. That bypasses the token’s limits. The operator guide of Waldur Tokens has an nginx and Caddy rule that closes it.',
  )
  const copy = async () => {
    const done = (await writeToClipboard(text)) || copyBySelecting(passedOn.current)
    setCopied(done)
    if (done) onCopied()
  }
  return (
    <Alert severity="warning" sx={{ mt: 1.5, '& .MuiAlert-message': { minWidth: 0 } }}>
      <AlertTitle>{t('This token can get your sign-in key')}</AlertTitle>
      <Stack spacing={1}>
        <div>
          {t(
            'Waldur gave it to the token in this test. The page discarded it unread. Anyone who can use the token can get it too, and then do anything you can do.',
          )}
        </div>
        <div>{t('Guard the secret like your password, and tell your Waldur administrator:')}</div>
        <Typography
          ref={passedOn}
          component="div"
          variant="body2"
          sx={{ bgcolor: 'background.paper', color: 'text.primary', borderRadius: 1, p: 1.5, overflowWrap: 'anywhere' }}
        >
          {text}
        </Typography>
        <Stack direction="row" spacing={1} sx={{ alignItems: 'center' }}>
          <Button color="inherit" variant="outlined" size="small" onClick={() => void copy()}>
            {t('Copy text')}
          </Button>
          <Box role="status" aria-label={t('Copying the text')} sx={{ fontSize: '0.8125rem' }}>
            {copied === true && (isReplaced ? t('Copied in place of the secret') : t('Copied'))}
            {copied === false && t('Couldn’t copy. The text is selected. Press Ctrl+C or ⌘C.')}
          </Box>
        </Stack>
      </Stack>
    </Alert>
  )
}
