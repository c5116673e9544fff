import Alert from '@mui/material/Alert'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import DialogActions from '@mui/material/DialogActions'
import { t } from '../../ui/i18n.tsx'
import type { RevealControls } from './useReveal.ts'

/** The only way out, which asks first while there is something to lose. */
export function RevealFooter({ reveal }: { reveal: RevealControls }) {
  const { state, dispatch, question, done, noteKey } = reveal
  const isAsking = state.isLeaving && question !== null
  return (
    <>
      {/* The content above may be scrolled out of view. */}
      <Box sx={{ px: 3, pt: 1 }}>
        {state.isEscaped && !isAsking && (
          <Alert severity="info">
            {t('This stays open so you don’t lose the secret by accident. Select “Done” to close it.')}
          </Alert>
        )}
        {isAsking && (
          <Alert severity="warning" role="alert">
            {question}
          </Alert>
        )}
      </Box>
      <DialogActions onKeyDown={noteKey}>
        {isAsking ? (
          <>
            <Button color="inherit" onClick={done}>
              {t('Close anyway')}
            </Button>
            <Button variant="contained" autoFocus onClick={() => dispatch('stay')}>
              {t('Go back')}
            </Button>
          </>
        ) : (
          <Button
            variant={question === null ? 'contained' : 'outlined'}
            onClick={() => (question === null ? done() : dispatch('leave'))}
          >
            {t('Done')}
          </Button>
        )}
      </DialogActions>
    </>
  )
}
