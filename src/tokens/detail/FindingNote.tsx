import { useId } from 'react'
import { Trans } from '../../ui/i18n.tsx'
import { NOTE_ICONS } from '../../ui/noteIcons.ts'
import { useNow } from '../../ui/now.ts'
import { unlessOff } from '../../ui/unlessOff.ts'
import { MARKS } from '../access/marks.ts'
import { replaceObstacle, revokeObstacle } from '../capabilities/obstacles.ts'
import { obstacleText, useCapabilities } from '../capabilities/useCapabilities.ts'
import type { Dialog } from '../dialog.ts'
import { findingText } from '../health/findingText.ts'
import type { Finding } from '../health/useTokenHealth.ts'
import { usePermissionWords } from '../permissions/usePermissionWords.ts'
import type { Token } from '../schema.ts'
import type { Fix } from './findingFix.ts'
import { Note } from './Note.tsx'

const GRAVE: readonly Finding['kind'][] = ['dead', 'role above', 'not asked', 'dead bindings', 'global', 'boundless']

function iconOf(kind: Finding['kind']): string {
  switch (kind) {
    case 'role above':
      return MARKS.above
    case 'outlives role':
    case 'never used':
    case 'unused':
      return NOTE_ICONS.time
    default:
      return GRAVE.includes(kind) ? NOTE_ICONS.warning : NOTE_ICONS.info
  }
}

interface Props {
  finding: Finding
  fix: Fix
  token: Token
  open: (dialog: Dialog) => void
}

/** A health issue of an active token, with its fix, or the reason why that is not possible. */
export function FindingNote({ finding, fix, token, open }: Props) {
  const id = useId()
  const now = useNow()
  const capabilities = useCapabilities()
  const words = usePermissionWords()
  const { text, parts } = findingText(finding, token, (scope) => words(scope).label)
  const obstacle =
    fix.dialog.kind === 'revoke' ? revokeObstacle(token, capabilities) : replaceObstacle(token, capabilities, now)
  return (
    <Note
      id={id}
      icon={iconOf(finding.kind)}
      isGrave={GRAVE.includes(finding.kind)}
      fix={
        <button type="button" className="button" {...unlessOff(obstacle !== null, () => open(fix.dialog), id)}>
          <span>
            <Trans text={fix.label} />
          </span>
        </button>
      }
    >
      <Trans
        text={text}
        place={
          <b>
            <bdi translate="no">{parts?.place}</bdi>
          </b>
        }
        above={<bdi translate="no">{parts?.above}</bdi>}
      />{' '}
      {obstacle && obstacleText(obstacle)}
    </Note>
  )
}
