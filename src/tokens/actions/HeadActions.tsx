import { useId } from 'react'
import { LineIcon } from '../../ui/LineIcon.tsx'
import { useNow } from '../../ui/now.ts'
import { unlessOff } from '../../ui/unlessOff.ts'
import { obstacleText, useCapabilities } from '../capabilities/useCapabilities.ts'
import type { Dialog } from '../dialog.ts'
import type { Token } from '../schema.ts'
import { ACTION_ICONS } from './actionIcons.ts'
import { TokenActions } from './TokenActions.tsx'
import { likelyAction, tokenActions } from './tokenActions.ts'

/** On a token's page: the likely action as a button, with the reason if it is unavailable, and the menu of all. */
export function HeadActions({ token, open }: { token: Token; open: (dialog: Dialog) => void }) {
  const id = useId()
  const now = useNow()
  const capabilities = useCapabilities()
  const likely = likelyAction(token, now)
  const action = tokenActions(token, capabilities, now).find(({ kind }) => kind === likely)
  return (
    <div className="token-actions">
      {action && (
        <button
          type="button"
          className="button"
          data-primary
          {...unlessOff(action.obstacle !== null, () => open(action.dialog), id)}
        >
          <LineIcon d={ACTION_ICONS[likely]} />
          {action.label}
        </button>
      )}
      <TokenActions token={token} open={open} labeled />
      {action?.obstacle && (
        <p className="aside" id={id}>
          {obstacleText(action.obstacle)}
        </p>
      )}
    </div>
  )
}
