import { useMemo } from 'react'
import type { User } from '../../auth/user.ts'
import { useUser } from '../../auth/user.ts'
import type { Entity } from '../../entities/queries.ts'
import { ENTITY_TYPES, isEntityType } from '../../entities/types.ts'
import { alphabetically } from '../../ui/i18n.tsx'
import type { HeldRole } from '../access/access.ts'
import { useHolder } from '../access/useHolder.ts'

/** The entities on which the caller has roles, in the form of picked entities: without duplicates, by type and name. */
export function useRolePlaces(): readonly Entity[] {
  const user = useUser()
  const { holder } = useHolder()
  return useMemo(() => rolePlaces(user, holder?.roles ?? []), [user, holder])
}

/** What the grants reveal about them, without sending a request. */
export function rolePlaces({ permissions }: Pick<User, 'permissions'>, roles: readonly HeldRole[]): Entity[] {
  const organizations = new Map(permissions.map((grant) => [grant.customer_uuid, grant.customer_name]))
  const places = new Map<string, Entity>()
  for (const { type, uuid, name, above, knowsAll } of roles) {
    if (!isEntityType(type)) continue
    const outer = above.flatMap((one) => {
      const organization = organizations.get(one)
      return organization ? [{ type: 'customer' as const, uuid: one, name: organization }] : []
    })
    const path = outer.map((one) => one.name)
    places.set(`${type} ${uuid}`, {
      type,
      uuid,
      name,
      above: [...above],
      knowsAll,
      parents: outer,
      path,
      state: null,
      isGone: false,
    })
  }
  const order = (type: Entity['type']) => ENTITY_TYPES.indexOf(type)
  return [...places.values()].sort((a, b) => order(a.type) - order(b.type) || alphabetically(a.name, b.name))
}

/**
 * The places where most works come first, and of those where as much works, the narrowest: limiting a token to
 * that costs nothing.
 * @param share the part of the permissions that works in a place
 */
export function narrowestFirst(places: readonly Entity[], share: (place: Entity) => number): Entity[] {
  const shares = new Map(places.map((place) => [place, share(place)]))
  const of = (place: Entity) => shares.get(place) ?? 0
  return [...places].sort((a, b) => of(b) - of(a) || b.above.length - a.above.length)
}
