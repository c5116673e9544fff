import type { SQL, SQLWrapper } from 'drizzle-orm'
import { and, eq, inArray, or } from 'drizzle-orm'
import type { Caller } from './access.ts'
import type { EntityType } from './bindings.ts'
import type { Core } from './core.ts'
import type { EntityRow } from './database.ts'
import { entities } from './database.ts'

/** What a user's roles let them see, whichever credential they use. */
interface Sight {
  user: string
  /** The entities where they hold a role. */
  on: string[]
  /** The ancestors, in this column, of the entities of these types where they hold a role. */
  above(column: 'customer' | 'project' | 'resource', types: EntityRow['type'][]): SQLWrapper
  /** Where they hold a role of this type that is turned on and lists the permission ([oracle] fact 7). */
  listing(type: EntityType, permission: string): string[]
}

/** What the caller's current grants let them see. `above` is part of the list's query, so nothing is read here. */
export function sightOf({ db }: Core, { user, grants }: Caller): Sight {
  const on = grants.map(({ scope }) => scope)
  return {
    user: user.uuid,
    on,
    above: (column, types) =>
      db
        .select({ above: entities[column] })
        .from(entities)
        .where(and(inArray(entities.uuid, on), inArray(entities.type, types))),
    listing: (type, permission) => {
      const lists = grants.filter(({ permissions }) => permissions.includes(permission))
      return lists.filter((held) => held.roleIsActive && held.roleType === type).map(({ scope }) => scope)
    },
  }
}

/** Which rows of a list a user sees; undefined for all of them. */
export type Rule = (sight: Sight) => SQL | undefined

const { uuid, customer, project, offering, resource, provider } = entities

export const everybody: Rule = () => undefined

export const customersInSight: Rule = ({ on, above }) =>
  or(inArray(uuid, on), inArray(uuid, above('customer', ['project', 'resource', 'resource_project'])))

export const projectsInSight: Rule = ({ on, above, listing }) =>
  or(
    inArray(uuid, on),
    inArray(uuid, above('project', ['resource', 'resource_project'])),
    inArray(customer, listing('customer', 'PROJECT.LIST')),
  )

export const resourcesInSight: Rule = ({ on, above, listing }) =>
  or(
    inArray(uuid, on),
    inArray(uuid, above('resource', ['resource_project'])),
    inArray(project, listing('project', 'RESOURCE.LIST')),
    inArray(customer, listing('customer', 'RESOURCE.LIST')),
  )

/** Resources as their provider sees them. */
export const providedResources: Rule = ({ on, above }) =>
  or(inArray(offering, on), inArray(provider, on), inArray(provider, above('customer', ['service_provider'])))

export const managedOfferings: Rule = ({ on }) => or(inArray(uuid, on), inArray(customer, on))

export const publicOfferings: Rule = (sight) => or(eq(entities.isShared, true), managedOfferings(sight))

export const ordersInSight: Rule = ({ on }) => or(inArray(project, on), inArray(customer, on), inArray(provider, on))

export const protectedCalls: Rule = ({ listing }) => inArray(uuid, listing('call', 'CALL.LIST'))

/** Not observed in a running Waldur. Here, a role on any ancestor is enough. */
export const resourceProjectsInSight: Rule = ({ on }) =>
  or(...[uuid, resource, offering, project, customer].map((column) => inArray(column, on)))

/** Not observed in a running Waldur. Here: the user's own proposals, and those of calls that the user manages. */
export const proposalsInSight: Rule = ({ on, user }) =>
  or(
    eq(entities.author, user),
    ...[uuid, entities.call, entities.organizer, provider].map((column) => inArray(column, on)),
  )
