import type { Caller } from './access.ts'
import { isHeldOn } from './access.ts'
import { reachableFrom } from './bindings.ts'
import type { Core } from './core.ts'
import type { EntityRow } from './database.ts'
import { forbidden } from './reply.ts'
import { sourcesOf } from './sources.ts'

/**
 * Whether the caller may use the permission on the object (waldur-api.md 7.3, [oracle] facts 1 to 9): it is among the
 * token's scopes, and for at least one source that the request names, the token's bindings cover that source **and**
 * the user is staff or holds a role with the permission on exactly that source. A role that is turned off, or whose
 * grant has passed its end, still counts; STAFF.ACCESS is not needed.
 * @param sources `*` is the object itself, the others are paths from it: sources.ts
 */
export async function mayDo(
  core: Core,
  caller: Caller,
  permission: string,
  object: EntityRow,
  sources: readonly string[],
): Promise<boolean> {
  const { user, pat, grants } = caller
  const holding = grants.filter(({ permissions }) => permissions.includes(permission))
  const isScope = !pat || pat.scopes.includes(permission)
  if (!isScope || (!user.isStaff && holding.length === 0)) return false
  const boundTo = pat?.boundTo ?? null
  const isCovered = (source: EntityRow) => !boundTo || reachableFrom(source).some((uuid) => boundTo.includes(uuid))
  const asked = await sourcesOf(core, object, sources)
  const isHeld = ({ uuid }: EntityRow) => user.isStaff || holding.some((grant) => isHeldOn(grant, [uuid]))
  return asked.some((source) => isCovered(source) && isHeld(source))
}

/** @throws ErrorResponse 403 unless `mayDo` */
export async function demand(...asked: Parameters<typeof mayDo>): Promise<void> {
  if (!(await mayDo(...asked))) throw forbidden()
}
