import { t } from '../../ui/i18n.tsx'
import type { Capabilities, Obstacle } from '../capabilities/obstacles.ts'
import {
  createObstacle,
  networksObstacle,
  replaceObstacle,
  revokeObstacle,
  rotateObstacle,
} from '../capabilities/obstacles.ts'
import type { Dialog } from '../dialog.ts'
import type { Token } from '../schema.ts'

export interface TokenAction {
  kind: 'rotate' | 'replace' | 'copy' | 'networks' | 'revoke'
  label: string
  /** What it leads to, if the label does not say. */
  hint?: string
  /** Why it cannot be done now; null if it can. */
  obstacle: Obstacle | null
  /** The dialog that does it. */
  dialog: Dialog
}

/**
 * The actions of one token, in the order of the menu. Those that cannot be done now are included with their obstacle;
 * those that this Waldur does not have are left out.
 * @param nowMs the server's time, in milliseconds
 */
export function tokenActions(token: Token, capabilities: Capabilities, nowMs: number): TokenAction[] {
  const networks: TokenAction = {
    kind: 'networks',
    label: t('Change networks'),
    obstacle: networksObstacle(token, capabilities, nowMs),
    dialog: { kind: 'networks', token },
  }
  return [
    {
      kind: 'rotate',
      label: t('Rotate'),
      hint: t('New secret, same end date'),
      obstacle: rotateObstacle(token, capabilities, nowMs),
      dialog: { kind: 'rotate', token },
    },
    {
      kind: 'replace',
      label: t('Replace with a later date'),
      hint: t('A second token; this one works on'),
      obstacle: replaceObstacle(token, capabilities, nowMs),
      dialog: { kind: 'replace', token },
    },
    {
      kind: 'copy',
      label: t('Copy as new'),
      obstacle: createObstacle(capabilities),
      dialog: { kind: 'create', start: { token, as: 'copy' } },
    },
    ...(token.allowed_networks ? [networks] : []),
    {
      kind: 'revoke',
      label: t('Revoke'),
      obstacle: revokeObstacle(token, capabilities),
      dialog: { kind: 'revoke', token },
    },
  ]
}
