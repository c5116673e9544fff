import { instantMs } from '../../api/wire.ts'
import { Alert } from '../../ui/Alert.tsx'
import { Trans, t } from '../../ui/i18n.tsx'
import { nameText } from '../../ui/names.ts'
import { useNow } from '../../ui/now.ts'
import { instant } from '../../ui/time.ts'
import type { Token } from '../schema.ts'
import { tokenState } from '../state/expiry.ts'

/** Says that the replaced token still works, so that there is time to switch to the new secret. */
export function StillWorks({ token }: { token: Token }) {
  if (tokenState(token, useNow()) !== 'active') return null
  return (
    <Alert role="note" severity="info">
      <Trans
        text={t('The old [[name]] works until [[end]]. Revoke it once the new secret is in use.', {
          name: nameText(token.name),
        })}
        end={instant(instantMs(token.expires_at))}
      />
    </Alert>
  )
}
