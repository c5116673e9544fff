import AlertTitle from '@mui/material/AlertTitle'
import Stack from '@mui/material/Stack'
import { basePath } from '../../api/deployment.ts'
import { useUser } from '../../auth/user.ts'
import { Alert } from '../../ui/Alert.tsx'
import { t } from '../../ui/i18n.tsx'
import { TextToSend } from '../../ui/TextToSend.tsx'
import type { Obstacle } from './obstacles.ts'
import { obstacleText } from './useCapabilities.ts'

/** Why the user cannot create tokens, shown above the list. @param id for the element with the reason */
export function TokensUnavailable({ obstacle, id }: { obstacle: Obstacle; id: string }) {
  if (obstacle === 'switched-off') return <TurnedOff mayCreate={false} id={id} />
  return obstacle === 'not-allowed' ? (
    <NotAllowed id={id} />
  ) : (
    <Alert role="note" severity="info" id={id}>
      {obstacleText(obstacle)}
    </Alert>
  )
}

/** Says that no token works. `mayCreate` leaves out that none can be created. */
export const TurnedOff = ({ mayCreate = true, id }: { mayCreate?: boolean; id?: string }) => (
  <Alert role="note" severity="warning" id={id}>
    <AlertTitle>{t('Personal access tokens are turned off')}</AlertTitle>
    {t('None of them works on this Waldur server right now. You can still revoke yours.')}{' '}
    {!mayCreate && obstacleText('switched-off')}
  </Alert>
)

/** Says that the user may not create tokens, and that older ones do not work. */
export function NotAllowed({ id }: { id?: string }) {
  const { username } = useUser()
  const text = t(
    'I’d like to use personal access tokens: {{page}}. My Waldur username is {{username}}. Could you allow it for my account? Staff can turn it on for a user. In HomePort, it’s the “Personal access tokens” checkbox in the form that edits the user. In the API, it’s can_use_personal_access_tokens.',
    { page: `${location.origin}${basePath}tokens`, username },
  )
  return (
    <Alert role="note" severity="info" sx={{ '& .MuiAlert-message': { minWidth: 0 } }}>
      <AlertTitle>{t('Your account isn’t allowed to create tokens')}</AlertTitle>
      <Stack spacing={1}>
        <div id={id}>
          {t('Your Waldur administrator can turn it on for you.')}{' '}
          {t('Until then, tokens you already have don’t work. You can still revoke them.')}
        </div>
        <TextToSend text={text} button={t('Copy text to send')} />
      </Stack>
    </Alert>
  )
}
