import { useSession } from '../auth/session.ts'
import { useUser } from '../auth/user.ts'
import { Trans, t } from '../ui/i18n.tsx'
import { Name } from '../ui/Name.tsx'
import { Band } from './Band.tsx'

/** Whose tokens are shown while a staff user impersonates somebody. */
export function ActingAsNotice() {
  const { impersonated } = useSession()
  const user = useUser()
  if (impersonated === null) return null
  return (
    <Band>
      <Trans
        text={t('You act as [[name]], as begun in HomePort: the tokens here are theirs, and so is what you create.')}
        name={<Name of={user.full_name.trim() || user.username} />}
      />
    </Band>
  )
}
