import type { RefObject } from 'react'
import { Action, ActionMenu } from '../../ui/ActionMenu.tsx'
import { useNow } from '../../ui/now.ts'
import { obstacleText, useCapabilities } from '../capabilities/useCapabilities.ts'
import type { Dialog } from '../dialog.ts'
import type { Token } from '../schema.ts'
import { ACTION_ICONS } from './actionIcons.ts'
import { tokenActions } from './tokenActions.ts'

interface Props {
  token: Token
  button: RefObject<HTMLElement | null>
  labelledBy: string
  onClose: () => void
  choose: (dialog: Dialog) => void
}

/**
 * The menu of a token, in its row and on its page. Unavailable actions stay in it with the reason; a reason that holds
 * for all of them is shown once.
 */
export function TokenMenu({ token, button, labelledBy, onClose, choose }: Props) {
  const capabilities = useCapabilities()
  const actions = tokenActions(token, capabilities, useNow())
  const whole = capabilities.byAccessToken ? 'access-token' : null
  return (
    <ActionMenu button={button} labelledBy={labelledBy} note={whole && obstacleText(whole)} onClose={onClose}>
      {actions.map(({ kind, label, hint, obstacle, dialog }) => (
        <Action
          key={kind}
          icon={ACTION_ICONS[kind]}
          label={label}
          detail={obstacle === null ? hint : obstacle === whole ? null : obstacleText(obstacle)}
          disabled={obstacle !== null}
          isDangerous={kind === 'revoke'}
          onClick={() => choose(dialog)}
        />
      ))}
    </ActionMenu>
  )
}
