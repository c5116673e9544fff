import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import DialogActions from '@mui/material/DialogActions'
import { useRef } from 'react'
import { flushSync } from 'react-dom'
import { Alert } from '../../ui/Alert.tsx'
import { t } from '../../ui/i18n.tsx'
import { Spoken } from '../../ui/Spoken.tsx'
import { CalendarButton } from '../export/CalendarButton.tsx'
import type { IssuedToken } from '../schema.ts'
import { RevealColumn } from './RevealColumn.tsx'
import type { RevealControls } from './useReveal.ts'

interface Props {
  issued: IssuedToken
  reveal: RevealControls
}

const QUESTION_ID = 'question'

/** The only way out, which asks first while there is something to lose. */
export function RevealFooter({ issued, reveal }: Props) {
  const { state, dispatch, question, done } = reveal
  const { expires_at } = issued
  const isAsking = state.isLeaving && question !== null
  const doneButton = useRef<HTMLButtonElement>(null)
  const goBack = () => {
    flushSync(() => dispatch('stay'))
    doneButton.current?.focus()
  }
  const stays =
    state.isEscaped && !isAsking
      ? t('This stays open so you don’t lose the secret by accident. Select “Done” to close it.')
      : ''
  return (
    <Box sx={{ bgcolor: 'background.default', borderTop: 1, borderColor: 'divider', px: { xs: 2, sm: 3 } }}>
      <RevealColumn>
        {/* The content above may be scrolled out of view. */}
        {stays !== '' && (
          <Alert role="note" severity="info" sx={{ mt: 1.5 }}>
            {stays}
          </Alert>
        )}
        <Spoken text={stays} />
        {isAsking && (
          <Alert role="group" severity="warning" aria-label={question} id={QUESTION_ID} sx={{ mt: 1.5 }}>
            {question}
          </Alert>
        )}
        <DialogActions sx={{ px: 0, py: 1.5, '& .MuiButton-root': { minHeight: { xs: 44, sm: 40 } } }}>
          {isAsking ? (
            <>
              <Button color="inherit" onClick={done}>
                {t('Close anyway')}
              </Button>
              {/* A button of its own, not “Done” relabeled: the focus has to move, so that the question is heard. */}
              <Button key="back" variant="contained" autoFocus aria-describedby={QUESTION_ID} onClick={goBack}>
                {t('Go back')}
              </Button>
            </>
          ) : (
            <>
              <Box sx={{ marginInlineEnd: 'auto' }}>
                {expires_at !== null && <CalendarButton token={{ ...issued, expires_at }} />}
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
