import useMediaQuery from '@mui/material/useMediaQuery'
import { useMemo } from 'react'
import { AccessMatrix } from '../access/AccessMatrix.tsx'
import type { Holder } from '../access/access.ts'
import { PermissionList } from '../access/PermissionList.tsx'
import { PlaceFolds, PlaceRow } from '../access/PlaceFolds.tsx'
import { placeVerdicts, verdictsIn } from '../access/placeVerdicts.ts'
import type { Token } from '../schema.ts'
import { AccessLead } from './AccessLead.tsx'
import { Everywhere } from './Everywhere.tsx'
import type { BoundPlaces } from './useBoundPlaces.ts'

interface Props {
  token: Token
  /** The permissions by group, in order. */
  groups: readonly (readonly [string, readonly string[]])[]
  bound: BoundPlaces
  holder: Holder
  /** The id of the heading. */
  labelledBy: string
}

/**
 * Which permissions work where: a list for one place, or a table; beyond four places, or on a phone, one fold a place.
 */
export function AccessWorks({ token, groups, bound: { places, entities }, holder, labelledBy }: Props) {
  const { scopes } = token
  const columns = useMemo(
    () => (places ? placeVerdicts(scopes, places, entities, holder) : null),
    [scopes, places, entities, holder],
  )
  const anywhere = useMemo(() => (places ? null : verdictsIn(scopes, null, holder)), [scopes, places, holder])
  const fitsThree = useMediaQuery('(min-width: 700px)')
  const fitsFour = useMediaQuery('(min-width: 1200px)')
  const [only, ...more] = columns ?? []
  return (
    <>
      <AccessLead token={token} places={places} holder={holder} />
      {anywhere && (
        <>
          <Everywhere token={token} verdicts={anywhere} />
          <PermissionList groups={groups} verdicts={anywhere} holder={holder} everywhere />
        </>
      )}
      {columns &&
        only &&
        (more.length === 0 ? (
          <>
            <PlaceRow column={only} />
            {/* A deleted place says so once. */}
            <PermissionList groups={groups} verdicts={only.place.uuid ? only.verdicts : null} holder={holder} />
          </>
        ) : columns.length <= (fitsFour ? 4 : fitsThree ? 3 : 0) ? (
          <AccessMatrix groups={groups} columns={columns} holder={holder} labelledBy={labelledBy} />
        ) : (
          <PlaceFolds groups={groups} columns={columns} holder={holder} />
        ))}
    </>
  )
}
