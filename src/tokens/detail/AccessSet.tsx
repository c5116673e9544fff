import { TypeIcon } from '../../entities/TypeIcon.tsx'
import { PermissionList } from '../access/PermissionList.tsx'
import { PlaceName } from '../access/PlaceName.tsx'
import { GoneTag } from '../access/PlaceTag.tsx'
import type { Token } from '../schema.ts'
import { Everywhere } from './Everywhere.tsx'
import type { BoundPlaces } from './useBoundPlaces.ts'

interface Props {
  token: Token
  /** The permissions by group, in order. */
  groups: readonly (readonly [string, readonly string[]])[]
  bound: BoundPlaces
}

/** The places and permissions that a token was given, without a claim about what works. */
export const AccessSet = ({ token, groups, bound: { places, entities } }: Props) => (
  <>
    {places === null ? (
      <Everywhere token={token} verdicts={null} />
    ) : (
      <ul className="place-folds">
        {places.map((place, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: deleted places have no uuid, and the list never changes
          <li key={index} className="place-row">
            <TypeIcon type={place.type} />
            <span className="place-sum">
              <PlaceName place={place} entity={entities[index] ?? null} />
              {place.uuid === null && <GoneTag />}
            </span>
          </li>
        ))}
      </ul>
    )}
    <PermissionList groups={groups} verdicts={null} holder={null} />
  </>
)
