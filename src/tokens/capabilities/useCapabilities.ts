import { useQuery } from '@tanstack/react-query'
import { isAccessToken } from '../../api/credential.ts'
import { configurationQuery } from '../../auth/configuration.ts'
import { useSession } from '../../auth/session.ts'
import { useUser } from '../../auth/user.ts'
import { t } from '../../ui/i18n.tsx'
import type { Capabilities, Obstacle } from './obstacles.ts'

export function useCapabilities(): Capabilities {
  const user = useUser()
  const { authorization } = useSession()
  return {
    byAccessToken: isAccessToken(authorization),
    mayCreate: user.can_use_personal_access_tokens,
    enabled: useQuery(configurationQuery()).data?.PAT_ENABLED,
  }
}

/** The obstacle as a sentence, for the disabled action and for the notice above the list. */
export function obstacleText(obstacle: Obstacle): string {
  switch (obstacle) {
    case 'access-token':
      return t(
        'You’re signed in with a personal access token, so you can only view tokens. Sign in with your password to make changes.',
      )
    case 'switched-off':
      return t('You can’t create tokens while they’re turned off. Waldur would issue one that doesn’t work.')
    case 'not-allowed':
      return t(
        'Your account isn’t allowed to create personal access tokens. Ask your Waldur administrator to allow it.',
      )
    case 'expired':
      return t('This token has expired. Rotating keeps the expiration, so replace or duplicate it instead.')
    case 'inactive':
      return t('This token is no longer active.')
  }
}
