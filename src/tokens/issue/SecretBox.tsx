import CheckCircle from '@mui/icons-material/CheckCircle'
import ContentCopy from '@mui/icons-material/ContentCopy'
import VisibilityOff from '@mui/icons-material/VisibilityOffOutlined'
import Visibility from '@mui/icons-material/VisibilityOutlined'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import IconButton from '@mui/material/IconButton'
import Typography from '@mui/material/Typography'
import { useRef } from 'react'
import { flushSync } from 'react-dom'
import { currentSession } from '../../api/credential.ts'
import { copyBySelecting, writeToClipboard } from '../../ui/clipboard.ts'
import { t } from '../../ui/i18n.tsx'
import { Status } from '../../ui/Status.tsx'
import { useBlank } from '../../ui/useBlank.ts'
import type { IssuedToken } from '../schema.ts'
import { maskedSecret } from './maskedSecret.ts'
import type { RevealState } from './revealState.ts'
import type { RevealControls } from './useReveal.ts'

interface Props {
  issued: IssuedToken
  reveal: RevealControls
}

/** The secret, to be copied without being shown. It is in the document only from "Show secret" to "Hide secret". */
export function SecretBox({ issued, reveal: { state, dispatch, question } }: Props) {
  const { isShown, copying } = state
  const text = useRef<HTMLElement>(null)
  const [isBlank, blank] = useBlank()
  const copy = async () => {
    blank()
    if (await writeToClipboard(issued.token)) return dispatch('copied')
    if (currentSession().ended) return
    // The older way needs the text visible and selected. It reports success reliably, too.
    flushSync(() => dispatch('show to copy'))
    dispatch(copyBySelecting(text.current) ? 'copied' : 'copy denied')
  }
  return (
    <>
      <Box
        sx={{
          display: 'flex',
          alignItems: 'center',
          gap: 1,
          minHeight: 44,
          py: '5px',
          paddingInline: '14px 6px',
          border: '1px solid var(--control)',
          borderRadius: 1,
          bgcolor: 'background.default',
        }}
      >
        <Typography
          ref={text}
          variant="mono"
          component="code"
          translate="no"
          dir="ltr"
          spellCheck={false}
          aria-hidden={!isShown}
          // What the user copies by hand: exactly the secret, without a line break.
          onCopy={(event) => {
            event.preventDefault()
            event.clipboardData.setData('text/plain', issued.token)
            dispatch('copied')
          }}
          sx={{
            flex: 1,
            minWidth: 0,
            fontSize: '0.8125rem',
            lineHeight: '1.25rem',
            // Both texts break after the same number of characters, so that showing the secret moves nothing.
            lineBreak: 'anywhere',
            // A click takes all of it, and never the dots.
            userSelect: isShown ? 'all' : 'none',
            '@media print': { visibility: 'hidden' },
          }}
        >
          {isShown ? issued.token : maskedSecret(issued)}
        </Typography>
        <IconButton
          aria-label={isShown ? t('Hide secret') : t('Show secret')}
          onClick={() => dispatch(isShown ? 'hide' : 'show')}
          sx={{ p: '7px' }}
        >
          {isShown ? <VisibilityOff sx={{ fontSize: '1.125rem' }} /> : <Visibility sx={{ fontSize: '1.125rem' }} />}
        </IconButton>
      </Box>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '8px 12px', mt: 1 }}>
        <Button
          variant={question === null ? 'outlined' : 'contained'}
          startIcon={<ContentCopy />}
          onClick={() => void copy()}
          sx={{ '@media (max-width: 599px)': { flexBasis: '100%', minHeight: 44 } }}
        >
          {t('Copy')}
        </Button>
        {copying === 'not yet' && (
          <Box sx={{ fontSize: '0.8125rem', color: 'text.secondary' }}>{t('Not copied yet')}</Box>
        )}
        <Box component={Status} aria-label={t('Copying the secret')} sx={{ fontSize: '0.8125rem' }}>
          {!isBlank && <CopyingText copying={copying} />}
        </Box>
      </Box>
    </>
  )
}

function CopyingText({ copying }: Pick<RevealState, 'copying'>) {
  switch (copying) {
    case 'not yet':
      return null
    case 'copied':
      return (
        <Box sx={{ display: 'flex', gap: 0.75, alignItems: 'center', color: 'success.main', fontWeight: 550 }}>
          <CheckCircle sx={{ fontSize: '1rem' }} /> {t('Copied')}
        </Box>
      )
    case 'by hand':
      return t('Couldn’t copy. The secret is selected. Press Ctrl+C or ⌘C.')
    case 'replaced':
      return t('The secret is no longer on your clipboard. Copy it again unless you’ve pasted it.')
  }
}
