import { useSession } from '../auth/session.ts'
import { useUser } from '../auth/user.ts'
import { Trans, t } from '../ui/i18n.tsx'
import { Name } from '../ui/Name.tsx'
import { Band } from './Band.tsx'

/** Whose tokens are shown while a staff user impersonates someone. */
export function ActingAsNotice() {
  const { impersonated } = useSession()
  const user = useUser()
  if (impersonated === null) return null
  return (
    <Band>
      <Trans
        text={t(
          'You’re impersonating [[name]] from HomePort. These are their tokens, and any token you create is theirs.',
        )}
        name={<Name of={user.full_name.trim() || user.username} />}
      />
    </Band>
  )
}
