import { useId } from 'react'
import { t } from '../../ui/i18n.tsx'
import { NOTE_ICONS } from '../../ui/noteIcons.ts'
import { unlessOff } from '../../ui/unlessOff.ts'
import { revokeObstacle } from '../capabilities/obstacles.ts'
import { obstacleText, useCapabilities } from '../capabilities/useCapabilities.ts'
import type { Dialog } from '../dialog.ts'
import type { Token } from '../schema.ts'
import { Note } from './Note.tsx'

/** For an expired token that Waldur has not cleaned up yet. */
export function EndedNote({ token, open }: { token: Token; open: (dialog: Dialog) => void }) {
  const id = useId()
  const obstacle = revokeObstacle(token, useCapabilities())
  return (
    <Note
      id={id}
      icon={NOTE_ICONS.info}
      fix={
        <button
          type="button"
          className="button"
          {...unlessOff(obstacle !== null, () => open({ kind: 'revoke', token }), id)}
        >
          {t('Revoke token')}
        </button>
      }
    >
      {t('Waldur still counts this expired token as active. Revoke it to make room for another.')}{' '}
      {obstacle && obstacleText(obstacle)}
    </Note>
  )
}
