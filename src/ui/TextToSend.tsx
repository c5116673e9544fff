import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Stack from '@mui/material/Stack'
import Typography from '@mui/material/Typography'
import { useRef, useState } from 'react'
import { copyBySelecting, writeToClipboard } from './clipboard.ts'
import { t } from './i18n.tsx'
import { Status } from './Status.tsx'
import { useBlank } from './useBlank.ts'

interface Props {
  /** The text for someone else. */
  text: string
  button: string
  copied?: string
  onCopied?: () => void
}

/**
 * A text to send to someone else, with a button that copies it. If the browser does not allow it, the text is selected.
 */
export function TextToSend({ text, button, copied = t('Copied'), onCopied }: Props) {
  const shown = useRef<HTMLDivElement>(null)
  const [isCopied, setCopied] = useState<boolean | null>(null)
  const [isBlank, blank] = useBlank()
  const copy = async () => {
    blank()
    const done = (await writeToClipboard(text)) || copyBySelecting(shown.current)
    setCopied(done)
    if (done) onCopied?.()
  }
  return (
    <>
      <Typography
        ref={shown}
        component="div"
        variant="body2"
        sx={{
          bgcolor: 'background.paper',
          color: 'text.primary',
          borderRadius: 1,
          p: 1.5,
          overflowWrap: 'anywhere',
          userSelect: 'all',
        }}
      >
        {text}
      </Typography>
      <Stack direction="row" spacing={1} sx={{ alignItems: 'center' }}>
        <Button color="inherit" variant="outlined" size="small" onClick={() => void copy()}>
          {button}
        </Button>
        <Box component={Status} aria-label={t('Copying the text')} sx={{ fontSize: '0.8125rem' }}>
          {!isBlank && isCopied === true && copied}
          {!isBlank && isCopied === false && t('Couldn’t copy. The text is selected. Press Ctrl+C or ⌘C.')}
        </Box>
      </Stack>
    </>
  )
}
