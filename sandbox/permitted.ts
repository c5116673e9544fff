import type { Caller } from './access.ts'
import type { Core, Request } from './core.ts'
import type { EntityRow } from './database.ts'
import type { EntityList } from './entityLists.ts'
import { demand } from './permissionCheck.ts'
import type { Permission } from './permissions.ts'
import { uuidOf } from './route.ts'
import { seenEntity } from './visibility.ts'

/** The permission that a request on one row requires, and the sources it is checked on (waldur-api.md 7.3). */
export interface Asked {
  list: EntityList
  permission: Permission
  /** See `sourcesOf`. */
  sources: readonly string[]
}

/**
 * The row that the request's path names, if the caller may use the permission on it.
 * @throws ErrorResponse 404 for a row that the caller can't see, 403 if the scope or the role is missing
 */
export async function permitted(core: Core, c: Request, caller: Caller, asked: Asked): Promise<EntityRow> {
  const row = await seenEntity(core, asked.list, caller, uuidOf(c))
  await demand(core, caller, asked.permission, row, asked.sources)
  return row
}
