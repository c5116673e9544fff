import type { Caller } from './access.ts'
import { seesEverything } from './access.ts'
import { entityTypes } from './bindings.ts'
import type { App, Core } from './core.ts'
import { globalScopes, permissionsOf } from './permissions.ts'
import type { Release } from './releases.ts'
import { has } from './releases.ts'
import { noMatch } from './reply.ts'
import { respond } from './route.ts'

/** The scopes the caller may choose from, in the order of the enumeration (waldur-api.md 2.9). */
function availableScopes(caller: Caller, generation: Release) {
  const held = new Set(caller.grants.flatMap((grant) => grant.permissions))
  if (seesEverything(caller)) held.add('SUPPORT.ACCESS')
  const everything = caller.user.isStaff || !has(generation, 'held scopes only')
  return permissionsOf(generation)
    .filter((permission) => everything || held.has(permission))
    .map((permission) => ({ permission, description: permission }))
}

/**
 * On which entity types the caller directly holds each permission, sorted (waldur-api.md 2.9, 8.3). Role permissions
 * are taken as stored, so one may be missing from the enumeration.
 */
function availableBindingTargets(caller: Caller, generation: Release) {
  const types = new Map<string, Set<string>>()
  const add = (permission: string, type: string) => {
    types.set(permission, (types.get(permission) ?? new Set()).add(type))
  }
  if (caller.user.isStaff) {
    for (const permission of permissionsOf(generation)) for (const type of entityTypes) add(permission, type)
  } else {
    for (const grant of caller.grants) for (const permission of grant.permissions) add(permission, grant.scopeType)
  }
  for (const scope of globalScopes) types.delete(scope)
  return [...types].map(([permission, found]) => ({ permission, types: [...found].sort() })).sort(byPermission)
}

const byPermission = (left: { permission: string }, right: { permission: string }) =>
  left.permission < right.permission ? -1 : 1

/** The two helper lists. Both ignore paging and have no count (waldur-api.md 2.9). */
export function scopeRoutes(app: App, core: Core): void {
  respond(app, core, '/api/personal-access-tokens/available_scopes/', {
    get: (c, caller) => c.json(availableScopes(caller, core.settings.generation)),
  })
  respond(app, core, '/api/personal-access-tokens/available_binding_targets/', {
    get: (c, caller) => {
      const { settings } = core
      // In releases without bindings, the path matches as a token's uuid.
      if (!has(settings.generation, 'bindings')) throw noMatch(settings, 'PersonalAccessToken')
      return c.json(availableBindingTargets(caller, settings.generation))
    },
  })
}
