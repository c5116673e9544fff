import { useState } from 'react'
import { entityTypeLabel } from '../../entities/types.ts'
import { adoptStyles } from '../../ui/adoptStyles.ts'
import { Trans, t } from '../../ui/i18n.tsx'
import { LinkButton } from '../../ui/LinkButton.tsx'
import { Name } from '../../ui/Name.tsx'
import type { Access, HeldRole, Holder, NamedPlace } from '../access/access.ts'
import { accessOf, isNever, isPlaced } from '../access/access.ts'
import { accessWords } from '../access/accessWords.ts'
import { throughOf } from '../access/decided.ts'
import { followsRole } from '../access/follows.ts'
import { Legend } from '../access/Legend.tsx'
import { Verdict, VerdictMark, VerdictText } from '../access/Verdict.tsx'
import { usePermissionWords } from '../permissions/usePermissionWords.ts'
import styles from './matrix.css?inline'

adoptStyles(styles)

interface Props {
  scopes: readonly string[]
  /** Null for everywhere, empty before the first is chosen. */
  places: readonly NamedPlace[] | null
  holder: Holder
}

/** More are shown on request. */
const AT_ONCE = 8

/**
 * The permissions with a mark for each place. Without places, the columns are the places of the user's roles; if these
 * are many, the marks have words instead.
 */
export function Matrix({ scopes, places, holder }: Props) {
  const words = usePermissionWords()
  const [all, setAll] = useState(false)
  const roles = places === null ? roleColumns(scopes, holder) : null
  const columns: readonly Column[] = places ?? roles ?? [null]
  const verdictsOf = (scope: string) =>
    roles
      ? roles.map((role) => inRole(accessOf(scope, null, holder), role))
      : (places ?? [null]).map((place) => accessOf(scope, place, holder))
  const rows = (scopes.length > AT_ONCE ? worstFirst(scopes, verdictsOf) : scopes).slice(0, all ? undefined : AT_ONCE)
  const hasWords = places === null && roles === null && !holder.isStaff
  // A check mark alone needs no explanation.
  const marks = rows.filter((scope) => !followsRole(scope)).flatMap(verdictsOf)
  return (
    <>
      <table
        className="pane-matrix"
        aria-label={t('What works today')}
        data-columns={columns.length}
        data-words={hasWords || undefined}
      >
        <thead>
          <tr>
            <td />
            {columns.map((place) => (
              <th key={keyOf(place)} scope="col">
                <PlaceHeading place={place} isStaff={holder.isStaff} />
              </th>
            ))}
            {columns.length === 0 && (
              <th scope="col">
                {t('Nowhere yet')}
                <small>{t('add a place')}</small>
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {rows.map((scope) => (
            <tr key={scope}>
              <th scope="row">{words(scope).label}</th>
              {followsRole(scope) ? (
                <td colSpan={Math.max(1, columns.length)} data-across>
                  <VerdictText {...FOLLOWS()} />
                </td>
              ) : (
                verdictsOf(scope).map((access, index) => (
                  <td key={keyOf(columns[index])}>
                    {hasWords ? <Verdict access={access} holder={holder} everywhere /> : <Mark access={access} />}
                  </td>
                ))
              )}
              {columns.length === 0 && !followsRole(scope) && <td />}
            </tr>
          ))}
        </tbody>
      </table>
      {scopes.length > AT_ONCE && (
        <LinkButton aria-expanded={all} onClick={() => setAll(!all)}>
          {all ? t('Show fewer') : t('Show all {{count}} permissions', { count: scopes.length })}
        </LinkButton>
      )}
      {!hasWords && marks.some(({ kind }) => kind !== 'works') && <Legend verdicts={marks} />}
    </>
  )
}

function PlaceHeading({ place, isStaff }: { place: Column; isStaff: boolean }) {
  if (place) {
    return (
      <>
        <Name of={place.name} />
        <small>{entityTypeLabel(place.type)}</small>
      </>
    )
  }
  return isStaff ? (
    <>
      {t('All of Waldur')}
      <small>{t('as staff')}</small>
    </>
  ) : (
    t('Where it works')
  )
}

const Mark = ({ access }: { access: Access }) => (
  <>
    <VerdictMark kind={access.kind} />
    <span className="unseen">
      <Trans text={accessWords(access).aria} />
    </span>
  </>
)

const FOLLOWS = () => {
  const { cell, aria } = accessWords({ kind: 'follows' })
  return { kind: 'follows', cell, aria } as const
}

/** A place, or the role's; null for all of Waldur. */
type Column = Pick<NamedPlace, 'uuid' | 'type' | 'name'> | null

const keyOf = (column: Column | undefined): string => column?.uuid ?? 'all'

const MOST_COLUMNS = 3

/** The places of the roles through which anything works; null if these are too many for a table, or unknown. */
function roleColumns(scopes: readonly string[], holder: Holder): readonly HeldRole[] | null {
  const verdicts = scopes.map((scope) => accessOf(scope, null, holder))
  const through = throughOf(verdicts.flatMap((access) => (access.kind === 'works' ? [{ access }] : [])))
  return through.length > 0 && through.length <= MOST_COLUMNS && through.every(isPlaced) ? through : null
}

/** The verdict on an unlimited token, at the place of one role. */
const inRole = (access: Access, { uuid }: HeldRole): Access =>
  access.kind !== 'works' || access.through.some((role) => role.uuid === uuid)
    ? access
    : { kind: 'not yours', isHeld: false }

const worstFirst = (scopes: readonly string[], verdictsOf: (scope: string) => readonly Access[]): string[] =>
  [...scopes].sort((a, b) => works(verdictsOf(a)) - works(verdictsOf(b)))

const works = (verdicts: readonly Access[]): number => verdicts.filter((access) => !isNever(access)).length
