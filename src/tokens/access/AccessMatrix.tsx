import { useState } from 'react'
import { TypeIcon } from '../../entities/TypeIcon.tsx'
import { adoptStyles } from '../../ui/adoptStyles.ts'
import { number, t } from '../../ui/i18n.tsx'
import { LineIcon } from '../../ui/LineIcon.tsx'
import { isGlobal } from '../permissions/globals.ts'
import type { Access, Holder } from './access.ts'
import { followsRole } from './follows.ts'
import styles from './matrix.css?inline'
import { PermissionName } from './PermissionName.tsx'
import { PlaceName } from './PlaceName.tsx'
import { GoneTag } from './PlaceTag.tsx'
import type { PlaceVerdicts } from './placeVerdicts.ts'
import { groupSum, openGroups } from './placeVerdicts.ts'
import { Verdict, VerdictText } from './Verdict.tsx'

adoptStyles(styles)

interface Props {
  /** The permissions by group, in order. */
  groups: readonly (readonly [string, readonly string[]])[]
  columns: readonly PlaceVerdicts[]
  holder: Holder
  /** The id of the table's heading. */
  labelledBy: string
}

/**
 * Permissions by group, and the places beside each other. What is the same in every place spans the row, and a place
 * that was deleted says so once, in its heading. A folded group keeps its sums.
 */
export function AccessMatrix({ groups, columns, holder, labelledBy }: Props) {
  const [open, setOpen] = useState(() => openGroups(groups))
  const toggle = (group: string) => {
    const next = new Set(open)
    if (!next.delete(group)) next.add(group)
    setOpen(next)
  }
  return (
    <table className="matrix" data-columns={columns.length} aria-labelledby={labelledBy}>
      <thead>
        <tr>
          <th scope="col">
            <span className="unseen">{t('Permission')}</span>
          </th>
          {columns.map(({ key, place, entity }) => (
            <th key={key} scope="col">
              <TypeIcon type={place.type} />
              <PlaceName place={place} entity={entity} />
              {place.uuid === null && <GoneTag />}
            </th>
          ))}
        </tr>
      </thead>
      {groups.map(([group, scopes]) => (
        <tbody key={group}>
          <tr className="matrix-group">
            <th scope="rowgroup">
              <button type="button" className="fold" aria-expanded={open.has(group)} onClick={() => toggle(group)}>
                <LineIcon d="m6 4 4 4-4 4" />
                {group} <span>{number(scopes.length)}</span>
              </button>
            </th>
            {columns.map(({ key, verdicts }) => (
              <td key={key}>{groupSum(scopes, verdicts)}</td>
            ))}
          </tr>
          {open.has(group) &&
            scopes.map((scope) => (
              <tr key={scope}>
                <th scope="row">
                  <PermissionName scope={scope} />
                </th>
                {followsRole(scope) || isGlobal(scope) ? (
                  <td colSpan={columns.length}>
                    <Whole access={columns[0]?.verdicts.get(scope)} isFollowing={followsRole(scope)} holder={holder} />
                  </td>
                ) : (
                  columns.map(({ key, place, verdicts }) => (
                    <td key={key} data-gone={place.uuid === null || undefined}>
                      <Cell access={verdicts.get(scope)} holder={holder} />
                    </td>
                  ))
                )}
              </tr>
            ))}
        </tbody>
      ))}
    </table>
  )
}

interface CellProps {
  access: Access | undefined
  holder: Holder
}

const Cell = ({ access, holder }: CellProps) => access && <Verdict access={access} holder={holder} />

/** For all places at once. */
const Whole = ({ access, isFollowing, holder }: CellProps & { isFollowing: boolean }) =>
  isFollowing ? (
    <VerdictText
      kind="follows"
      cell={t('follows your role, not the token')}
      aria={t('Follows your role. The token makes no difference.')}
    />
  ) : (
    <Cell access={access} holder={holder} />
  )
