import Dialog from '@mui/material/Dialog'
import DialogActions from '@mui/material/DialogActions'
import DialogContent from '@mui/material/DialogContent'
import DialogContentText from '@mui/material/DialogContentText'
import DialogTitle from '@mui/material/DialogTitle'
import Stack from '@mui/material/Stack'
import type { QueryClient } from '@tanstack/react-query'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useId } from 'react'
import { currentSession, endSession } from '../api/credential.ts'
import { sessionEndAtom } from '../api/sessionEnd.ts'
import { Alert } from '../ui/Alert.tsx'
import { AlertPlace } from '../ui/AlertPlace.tsx'
import { questionDialog } from '../ui/dialogLooks.ts'
import { ErrorText } from '../ui/ErrorText.tsx'
import { t } from '../ui/i18n.tsx'
import { useNow } from '../ui/now.ts'
import { SteadyButton } from '../ui/SteadyButton.tsx'
import { relative } from '../ui/time.ts'
import { useAtom } from '../ui/useAtom.ts'
import { useInitialFocus } from '../ui/useInitialFocus.ts'
import { userQuery } from './user.ts'

const WARN_MS = 2 * 60_000
/** How long after the expected end to ask the server, whose clock we know only to a second or so. */
const SURE_MS = 20_000

/**
 * Asks whether the user is still there, shortly before an unused session ends. Until the user answers, no requests are
 * sent, because they would extend the session. When it has ended, the page is covered. The server decides that: the
 * session may have been used in another tab or in HomePort, and the browser's clock may be wrong.
 */
export function SessionWarning() {
  const client = useQueryClient()
  const end = useAtom(sessionEndAtom)
  const now = useNow()
  const left = end === null ? Number.POSITIVE_INFINITY : end.at - now
  const isOver = left <= -SURE_MS
  useEffect(() => {
    if (isOver) void askWhetherOver(client)
  }, [isOver, client])
  return left < WARN_MS && !isOver ? <Question left={Math.max(0, left)} /> : null
}

/** If the server does not respond, the page stays covered: someone else may be at the screen by now. */
async function askWhetherOver(client: QueryClient): Promise<void> {
  const { authorization } = currentSession()
  if (authorization === null) return
  try {
    await client.fetchQuery({ ...userQuery(), staleTime: 0, retry: false })
  } catch {
    endSession(authorization)
  }
}

function Question({ left }: { left: number }) {
  const id = useId()
  return (
    <Dialog
      open
      role="alertdialog"
      aria-labelledby={id}
      aria-describedby={`${id}-text`}
      fullWidth
      sx={questionDialog(480)}
    >
      <Content id={id} left={left} />
    </Dialog>
  )
}

/** A component of its own, so that it mounts with the dialog's content, when there is something to focus. */
function Content({ id, left }: { id: string; left: number }) {
  // Fetching the user extends the session and returns its new expiry.
  const user = useQuery({ ...userQuery(), enabled: false })
  const stay = useInitialFocus<HTMLButtonElement>()
  return (
    <>
      <DialogTitle id={id}>{t('Are you still there?')}</DialogTitle>
      <DialogContent>
        <Stack spacing={2} sx={{ '--gap': '16px' }}>
          <DialogContentText id={`${id}-text`}>
            {t('Without activity, your session ends {{when}}. You won’t lose what you entered on this page.', {
              when: relative(left, 0),
            })}
          </DialogContentText>
          <AlertPlace>
            {user.isError && !user.isFetching && (
              <Alert role="none" severity="error">
                <ErrorText error={user.error} />
              </Alert>
            )}
          </AlertPlace>
        </Stack>
      </DialogContent>
      <DialogActions>
        <SteadyButton ref={stay} variant="contained" isWaiting={user.isFetching} onClick={() => void user.refetch()}>
          {t('Stay signed in')}
        </SteadyButton>
      </DialogActions>
    </>
  )
}
