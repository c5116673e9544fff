import Button from '@mui/material/Button'
import Dialog from '@mui/material/Dialog'
import DialogActions from '@mui/material/DialogActions'
import DialogContent from '@mui/material/DialogContent'
import DialogContentText from '@mui/material/DialogContentText'
import DialogTitle from '@mui/material/DialogTitle'
import Stack from '@mui/material/Stack'
import type { ReactNode } from 'react'
import { useId } from 'react'
import { forgetSession, isAccessToken, isShared } from '../api/credential.ts'
import { aboutOf } from '../ui/ConfirmDialog.tsx'
import { questionDialog } from '../ui/dialogLooks.ts'
import { t } from '../ui/i18n.tsx'
import { useInitialFocus } from '../ui/useInitialFocus.ts'
import { signOut, useSession } from './session.ts'
import { useUser } from './user.ts'

interface Props {
  onClose: () => void
  /** The session itself ends, not only in this browser. */
  everywhere?: boolean
  /** Further consequences to know beforehand. */
  children?: ReactNode
}

/** Warns before signing out, because Waldur has one session per user, shared by all tabs and by HomePort. */
export function SignOutDialog(props: Props) {
  const id = useId()
  return (
    <Dialog
      open
      onClose={props.onClose}
      aria-labelledby={id}
      aria-describedby={aboutOf(id)}
      fullWidth
      sx={questionDialog(480)}
    >
      <Question titleId={id} {...props} />
    </Dialog>
  )
}

/** A component of its own, so that it mounts with the dialog's content, when there is something to focus. */
function Question({ titleId, onClose, everywhere = false, children }: Props & { titleId: string }) {
  const harmless = useInitialFocus<HTMLButtonElement>()
  const user = useUser()
  const session = useSession()
  const byAccessToken = isAccessToken(session.authorization)
  const shared = isShared(session)
  return (
    <>
      <DialogTitle id={titleId}>{byAccessToken ? t('Forget this token?') : t('Sign out everywhere?')}</DialogTitle>
      <DialogContent>
        <DialogContentText id={aboutOf(titleId)}>
          {byAccessToken
            ? t('You’re signed in with a personal access token. This tab will forget it, but the token keeps working.')
            : everywhere
              ? t(
                  'This ends your Waldur session in every tab and browser, including HomePort. Your personal access tokens keep working.',
                )
              : shared
                ? t(
                    'This ends your Waldur session in every tab and browser, including HomePort. Your personal access tokens keep working. To leave only this browser, choose “Forget in this browser”. HomePort in this browser forgets it too.',
                  )
                : t(
                    'This ends your Waldur session in every tab and browser, including HomePort. Your personal access tokens keep working. To leave only this tab, choose “Forget in this tab”.',
                  )}
        </DialogContentText>
        {children && (
          <Stack spacing={1.5} sx={{ mt: 2 }}>
            {children}
          </Stack>
        )}
      </DialogContent>
      <DialogActions>
        <Button ref={harmless} color="inherit" onClick={onClose}>
          {t('Cancel')}
        </Button>
        {!everywhere && (
          <Button variant={byAccessToken ? 'contained' : 'outlined'} onClick={() => forgetSession()}>
            {shared ? t('Forget in this browser') : t('Forget in this tab')}
          </Button>
        )}
        {!byAccessToken && (
          <Button variant="contained" onClick={() => void signOut(user.uuid)}>
            {t('Sign out')}
          </Button>
        )}
      </DialogActions>
    </>
  )
}
