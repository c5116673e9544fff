import { listing, t } from '../../ui/i18n.tsx'
import { nameText } from '../../ui/names.ts'
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
import { endsSoon, tokenState } from '../state/expiry.ts'

type Kind = 'rotate' | 'replace' | 'copy' | 'networks' | 'revoke'

export interface TokenAction {
  kind: Kind
  label: string
  /** What it does, in a line. */
  hint: string
  /** Why it cannot be done now; null if it can. */
  obstacle: Obstacle | null
  /** The dialog that does it. */
  dialog: Dialog
}

/**
 * The actions of one token, in the order of the menu. Those that cannot be done now are included with their obstacle;
 * those that this Waldur server does not have are left out.
 * @param nowMs the server's time, in milliseconds
 */
export function tokenActions(token: Token, capabilities: Capabilities, nowMs: number): TokenAction[] {
  const { allowed_networks: networks } = token
  return [
    {
      kind: 'rotate',
      label: t('Rotate'),
      hint: t('New secret, same expiration'),
      obstacle: rotateObstacle(token, capabilities, nowMs),
      dialog: { kind: 'rotate', token },
    },
    {
      kind: 'replace',
      label: t('Replace'),
      hint: t('New token with a later expiration'),
      obstacle: replaceObstacle(token, capabilities, nowMs),
      dialog: { kind: 'replace', token },
    },
    {
      kind: 'copy',
      label: t('Duplicate'),
      hint: t('Opens the form, filled in'),
      obstacle: createObstacle(capabilities),
      dialog: { kind: 'create', start: { token, as: 'copy' } },
    },
    ...(networks
      ? [
          {
            kind: 'networks' as const,
            label: t('Edit IP addresses'),
            hint: networks.length === 0 ? t('Any IP address') : listing(networks.map(nameText), 2),
            obstacle: networksObstacle(token, capabilities, nowMs),
            dialog: { kind: 'networks' as const, token },
          },
        ]
      : []),
    {
      kind: 'revoke',
      label: t('Revoke'),
      hint: tokenState(token, nowMs) === 'active' ? t('Stops immediately') : t('Makes room for another token'),
      obstacle: revokeObstacle(token, capabilities),
      dialog: { kind: 'revoke', token },
    },
  ]
}

/** The one that a token's page offers first: what its owner most likely comes for. @param nowMs the server's time */
export function likelyAction(token: Token, nowMs: number): Kind {
  if (tokenState(token, nowMs) !== 'active') return 'copy'
  return endsSoon(token, nowMs) ? 'replace' : 'rotate'
}
