import Box from '@mui/material/Box'
import Dialog from '@mui/material/Dialog'
import DialogActions from '@mui/material/DialogActions'
import DialogContent from '@mui/material/DialogContent'
import DialogTitle from '@mui/material/DialogTitle'
import Stack from '@mui/material/Stack'
import type { ReactNode } from 'react'
import { useId } from 'react'
import type { RequestError } from '../api/errors.ts'
import { Alert } from './Alert.tsx'
import { AlertPlace } from './AlertPlace.tsx'
import { questionDialog } from './dialogLooks.ts'
import { ErrorText } from './ErrorText.tsx'
import { t } from './i18n.tsx'
import { SteadyButton } from './SteadyButton.tsx'
import { useInitialFocus } from './useInitialFocus.ts'

interface Props {
  title: ReactNode
  children: ReactNode
  /** The verb with its object: "Revoke token". Null once there is nothing left to confirm. */
  action: string | null
  danger?: boolean
  /** A further button, away from the others. */
  aside?: ReactNode
  pending: boolean
  /** The action is not available yet, because the checkbox right before it is unchecked. */
  disabled?: boolean
  /** The id of the reason why the action is not available yet. */
  offFor?: string | false
  error: RequestError | null
  /** In place of the error’s own sentence. */
  explained?: ReactNode
  /** What the error leaves open. */
  doubt?: ReactNode
  onConfirm: () => void
  onClose: () => void
}

/** Says what will happen and asks once. The focus starts on the harmless button; errors are shown inside. */
export function ConfirmDialog(props: Props) {
  const id = useId()
  return (
    <Dialog
      open
      onClose={props.pending ? undefined : props.onClose}
      aria-labelledby={id}
      aria-describedby={aboutOf(id)}
      fullWidth
      sx={questionDialog(480)}
    >
      <Confirmation {...props} titleId={id} />
    </Dialog>
  )
}

/** The id of what the dialog says, for `aria-describedby`: on its own, a screen reader starts at the buttons. */
export const aboutOf = (titleId: string): string => `${titleId}-about`

/** The inside of a ConfirmDialog, for a dialog that goes on to show a result. */
export function Confirmation(props: Props & { titleId: string }) {
  const { title, titleId, children, action, aside, danger, pending, disabled, offFor = false } = props
  const { error, explained, doubt } = props
  const harmless = useInitialFocus<HTMLButtonElement>()
  return (
    <>
      <DialogTitle id={titleId}>{title}</DialogTitle>
      <DialogContent>
        <Stack spacing={2} id={aboutOf(titleId)} sx={{ '--gap': '16px' }}>
          {children}
          <AlertPlace>
            {error && !pending && (
              <Alert role="none" severity="error">
                {explained || <ErrorText error={error} />} {doubt}
              </Alert>
            )}
          </AlertPlace>
        </Stack>
      </DialogContent>
      <DialogActions>
        {aside && <Box sx={{ marginInlineEnd: 'auto', marginInlineStart: -1 }}>{aside}</Box>}
        <SteadyButton plain isWaiting={pending} ref={harmless} onClick={props.onClose} color="inherit">
          {action === null ? t('Close') : t('Cancel')}
        </SteadyButton>
        {action !== null && (
          <SteadyButton
            isWaiting={pending}
            variant="contained"
            color={danger ? 'error' : 'primary'}
            onClick={props.onConfirm}
            disabled={disabled ?? false}
            isOff={offFor !== false}
            aria-describedby={offFor || undefined}
          >
            {action}
          </SteadyButton>
        )}
      </DialogActions>
    </>
  )
}
