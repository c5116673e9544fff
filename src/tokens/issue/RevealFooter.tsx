import Alert from '@mui/material/Alert'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import DialogActions from '@mui/material/DialogActions'
import { useRef } from 'react'
import { flushSync } from 'react-dom'
import { t } from '../../ui/i18n.tsx'
import { CalendarButton } from '../export/CalendarButton.tsx'
import type { IssuedToken } from '../schema.ts'
import { RevealColumn } from './RevealColumn.tsx'
import type { RevealControls } from './useReveal.ts'

interface Props {
  issued: IssuedToken
  reveal: RevealControls
}

/** The only way out, which asks first while there is something to lose. */
export function RevealFooter({ issued, reveal }: Props) {
  const { state, dispatch, question, done, noteKey } = reveal
  const isAsking = state.isLeaving && question !== null
  const doneButton = useRef<HTMLButtonElement>(null)
  const goBack = () => {
    flushSync(() => dispatch('stay'))
    doneButton.current?.focus()
  }
  return (
    <Box sx={{ bgcolor: 'background.default', borderTop: 1, borderColor: 'divider', px: { xs: 2, sm: 3 } }}>
      <RevealColumn>
        {/* The content above may be scrolled out of view. */}
        {state.isEscaped && !isAsking && (
          <Alert severity="info" sx={{ mt: 1.5 }}>
            {t('This stays open so you don’t lose the secret by accident. Select “Done” to close it.')}
          </Alert>
        )}
        {isAsking && (
          <Alert severity="warning" role="alert" sx={{ mt: 1.5 }}>
            {question}
          </Alert>
        )}
        <DialogActions
          onKeyDown={noteKey}
          sx={{ px: 0, py: 1.5, '& .MuiButton-root': { minHeight: { xs: 44, sm: 40 } } }}
        >
          {isAsking ? (
            <>
              <Button color="inherit" onClick={done}>
                {t('Close anyway')}
              </Button>
              <Button variant="contained" autoFocus onClick={goBack}>
                {t('Go back')}
              </Button>
            </>
          ) : (
            <>
              <Box sx={{ marginInlineEnd: 'auto' }}>
                <CalendarButton token={issued} />
              </Box>
              <Button
                ref={doneButton}
                variant={question === null ? 'contained' : 'outlined'}
                onClick={() => (question === null ? done() : dispatch('leave'))}
              >
                {t('Done')}
              </Button>
            </>
          )}
        </DialogActions>
      </RevealColumn>
    </Box>
  )
}
