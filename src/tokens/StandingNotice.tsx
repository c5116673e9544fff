import Alert from '@mui/material/Alert'
import AlertTitle from '@mui/material/AlertTitle'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Stack from '@mui/material/Stack'
import Typography from '@mui/material/Typography'
import { useRef, useState } from 'react'
import { basePath } from '../api/deployment.ts'
import { useUser } from '../auth/user.ts'
import { copyBySelecting, writeToClipboard } from '../ui/clipboard.ts'
import { t } from '../ui/words.tsx'
import type { Obstacle } from './rules/permit.ts'
import { obstacleText } from './standing.ts'

/** Why the user can create no token: above the list. */
export function StandingNotice({ obstacle }: { obstacle: Obstacle }) {
  if (obstacle === 'switched-off') return <TurnedOff mayCreate={false} />
  return obstacle === 'not-allowed' ? <NotAllowed /> : <Alert severity="info">{obstacleText(obstacle)}</Alert>
}

/** That no token works. `mayCreate`: whether it is of no interest here that none can be created. */
export const TurnedOff = ({ mayCreate = true }: { mayCreate?: boolean }) => (
  <Alert severity="warning">
    <AlertTitle>{t('Personal access tokens are turned off')}</AlertTitle>
    {t('None of them works on this Waldur server right now. You can still revoke yours.')}{' '}
    {!mayCreate && obstacleText('switched-off')}
  </Alert>
)

function NotAllowed() {
  const passedOn = useRef<HTMLDivElement>(null)
  const [copied, setCopied] = useState<boolean | null>(null)
  const { username } = useUser()
  const text = t(
    'I’d like to use personal access tokens: {{page}}. My Waldur username is {{username}}. Could you allow it for my account? Staff can turn it on for a user. In the API, it’s can_use_personal_access_tokens.',
    { page: `${location.origin}${basePath}tokens`, username },
  )
  const copy = async () => setCopied((await writeToClipboard(text)) || copyBySelecting(passedOn.current))
  return (
    <Alert severity="info" sx={{ '& .MuiAlert-message': { minWidth: 0 } }}>
      <AlertTitle>{t('Your account isn’t allowed to create tokens')}</AlertTitle>
      <Stack spacing={1}>
        <div>{t('Your Waldur administrator can turn it on for you.')}</div>
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
            {t('Copy text to send')}
          </Button>
          <Box role="status" aria-label={t('Copying the text')} sx={{ fontSize: '0.8125rem' }}>
            {copied === true && t('Copied')}
            {copied === false && t('Couldn’t copy. The text is selected. Press Ctrl+C or ⌘C.')}
          </Box>
        </Stack>
      </Stack>
    </Alert>
  )
}
