import type { User } from '../../auth/user.ts'
import { useUser } from '../../auth/user.ts'
import { TypeIcon } from '../../entities/TypeIcon.tsx'
import { t } from '../../ui/i18n.tsx'
import type { Access } from '../access/access.ts'
import { followsRole } from '../access/follows.ts'
import { SumTag } from '../access/PlaceTag.tsx'
import { isGlobal } from '../permissions/globals.ts'
import type { Token } from '../schema.ts'

interface Props {
  token: Token
  /** What each permission does; null if that is unknown. */
  verdicts: ReadonlyMap<string, Access> | null
}

/** Where a token works that is not limited to places. */
export function Everywhere({ token: { scopes }, verdicts }: Props) {
  const { title, text } = reachWords(scopes, useUser())
  return (
    <div className="place-row">
      <TypeIcon type={null} />
      <span className="place-sum">
        <span className="place-name">
          <b>{title}</b>
          {text !== null && verdicts !== null && <span>{text}</span>}
        </span>
        {verdicts && <SumTag verdicts={verdicts} />}
      </span>
    </div>
  )
}

function reachWords(scopes: readonly string[], { is_staff, is_support }: User): { title: string; text: string | null } {
  if (scopes.every(followsRole)) return { title: t('Everywhere you can see'), text: null }
  if (scopes.every(isGlobal) && (is_staff || is_support)) {
    return { title: t('In all of Waldur, whatever your roles'), text: null }
  }
  return is_staff
    ? { title: t('Everywhere'), text: t('As staff, in every organization, project and resource') }
    : {
        title: t('Everywhere you have these permissions'),
        text: t('Based on your current roles. If they change, so does this, at the latest a day later.'),
      }
}
