import CheckCircle from '@mui/icons-material/CheckCircle'
import ContentCopy from '@mui/icons-material/ContentCopy'
import Visibility from '@mui/icons-material/Visibility'
import VisibilityOff from '@mui/icons-material/VisibilityOff'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Stack from '@mui/material/Stack'
import Typography from '@mui/material/Typography'
import { useRef } from 'react'
import { flushSync } from 'react-dom'
import { currentSession } from '../../api/credential.ts'
import { copyBySelecting, writeToClipboard } from '../../ui/clipboard.ts'
import { t } from '../../ui/i18n.tsx'
import type { RevealState } from './revealState.ts'
import type { RevealControls } from './useReveal.ts'

interface Props {
  secret: string
  reveal: RevealControls
}

/** The secret, to be copied without being shown. It is in the document only while "Show secret" is on. */
export function SecretBox({ secret, reveal: { state, dispatch } }: Props) {
  const { isShown, copying } = state
  const text = useRef<HTMLElement>(null)
  const copy = async () => {
    if (await writeToClipboard(secret)) return dispatch('copied')
    if (currentSession().ended) return
    // The older way needs the text visible and selected. It reports success reliably, too.
    flushSync(() => dispatch('show'))
    dispatch(copyBySelecting(text.current) ? 'copied' : 'copy refused')
  }
  return (
    <Box sx={{ border: 1, borderColor: 'divider', borderRadius: 2, bgcolor: 'background.default', p: 2 }}>
      <Typography
        ref={text}
        variant="mono"
        component="code"
        translate="no"
        spellCheck={false}
        aria-hidden={!isShown}
        sx={{
          display: 'block',
          overflowWrap: 'anywhere',
          minHeight: '2.8em',
          '@media print': { visibility: 'hidden' },
        }}
      >
        {isShown ? secret : '•'.repeat(44)}
      </Typography>
      <Stack direction="row" spacing={1.5} useFlexGap sx={{ mt: 1.5, flexWrap: 'wrap' }}>
        <Button variant="contained" startIcon={<ContentCopy />} onClick={() => void copy()}>
          {t('Copy')}
        </Button>
        <Button
          variant="outlined"
          startIcon={isShown ? <VisibilityOff /> : <Visibility />}
          aria-pressed={isShown}
          onClick={() => dispatch(isShown ? 'hide' : 'show')}
        >
          {t('Show secret')}
        </Button>
      </Stack>
      <Box role="status" sx={{ mt: 1.5, fontSize: '0.875rem' }}>
        <CopyingText copying={copying} />
      </Box>
    </Box>
  )
}

function CopyingText({ copying }: Pick<RevealState, 'copying'>) {
  switch (copying) {
    case 'not yet':
      return <Box sx={{ color: 'text.secondary' }}>{t('Not copied yet')}</Box>
    case 'copied':
      return (
        <Box sx={{ display: 'flex', gap: 0.75, alignItems: 'center', color: 'success.main', fontWeight: 550 }}>
          <CheckCircle fontSize="small" /> {t('Copied')}
        </Box>
      )
    case 'by hand':
      return t('Couldn’t copy. The secret is selected. Press Ctrl+C or ⌘C.')
    case 'replaced':
      return t('The secret is no longer on your clipboard. Copy it again unless you’ve pasted it.')
  }
}
