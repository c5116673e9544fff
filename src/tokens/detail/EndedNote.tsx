import { t } from '../../ui/i18n.tsx'
import { NOTE_ICONS } from '../../ui/noteIcons.ts'
import { revokeObstacle } from '../capabilities/obstacles.ts'
import { useCapabilities } from '../capabilities/useCapabilities.ts'
import type { Dialog } from '../dialog.ts'
import type { Token } from '../schema.ts'
import { Note } from './Note.tsx'

/** For an expired token that Waldur has not cleaned up yet. */
export function EndedNote({ token, open }: { token: Token; open: (dialog: Dialog) => void }) {
  const obstacle = revokeObstacle(token, useCapabilities())
  return (
    <Note
      icon={NOTE_ICONS.info}
      fix={
        <button
          type="button"
          className="button"
          disabled={obstacle !== null}
          onClick={() => open({ kind: 'revoke', token })}
        >
          {t('Revoke token')}
        </button>
      }
    >
      {t('Waldur still counts this expired token as active. Revoke it to make room for another.')}
    </Note>
  )
}
