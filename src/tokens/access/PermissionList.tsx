import { Trans, t } from '../../ui/i18n.tsx'
import type { Access, Holder } from './access.ts'
import { accessWords, whereText } from './accessWords.ts'
import { PermissionName } from './PermissionName.tsx'
import { VerdictMark, WorksMark } from './Verdict.tsx'

interface Props {
  /** The permissions by group, in order. */
  groups: readonly (readonly [string, readonly string[]])[]
  /** What each does in the one place, or everywhere; null if that is unknown. */
  verdicts: ReadonlyMap<string, Access> | null
  /** Null if the verdicts are unknown. */
  holder: Holder | null
  /** The verdicts are about all of Waldur. */
  everywhere?: boolean
}

/** More than this are shown under the names of their groups. */
const FEW = 8

/** The permissions of a token, with what each does in one place, or everywhere. */
export function PermissionList({ groups, verdicts, holder, everywhere = false }: Props) {
  const count = groups.reduce((sum, [, scopes]) => sum + scopes.length, 0)
  const item = (scope: string) => {
    const access = verdicts?.get(scope)
    return (
      <li key={scope} className="permission" data-plain={access === undefined || undefined}>
        {access && holder && <Mark access={access} holder={holder} everywhere={everywhere} />}
        <PermissionName scope={scope} />
        {access && <Words access={access} everywhere={everywhere} />}
      </li>
    )
  }
  if (count <= FEW || groups.length === 1) {
    return <ul className="permissions">{groups.flatMap(([, scopes]) => scopes.map(item))}</ul>
  }
  return groups.map(([group, scopes]) => (
    <div key={group}>
      <p className="permissions-head" aria-hidden="true">
        {group}
      </p>
      <ul className="permissions" aria-label={group}>
        {scopes.map(item)}
      </ul>
    </div>
  ))
}

const Mark = ({ access, holder, everywhere }: { access: Access; holder: Holder; everywhere: boolean }) =>
  access.kind === 'works' && !(everywhere && access.through.length > 0) ? (
    <WorksMark access={access} holder={holder} />
  ) : (
    <VerdictMark kind={access.kind} />
  )

/** The reason if it doesn't work; of a token that works everywhere, where the roles are. */
function Words({ access, everywhere }: { access: Access; everywhere: boolean }) {
  if (access.kind === 'works') {
    return everywhere && access.through.length > 0 ? (
      <span className="permission-why" data-where>
        <span className="unseen">{t('works')} </span>
        <bdi>
          <Trans text={whereText(access.through)} />
        </bdi>
      </span>
    ) : null
  }
  const { cell, aria } = accessWords(access)
  return (
    <span className="permission-why">
      <bdi aria-hidden>
        <Trans text={cell} />
      </bdi>
      <span className="unseen">
        <Trans text={aria} />
      </span>
    </span>
  )
}
