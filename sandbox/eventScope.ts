import { and, eq } from 'drizzle-orm'
import type { Caller } from './access.ts'
import { seesEverything } from './access.ts'
import type { Core } from './core.ts'
import { entities, users } from './database.ts'
import { entityLists } from './entityLists.ts'
import { invalid } from './reply.ts'
import { visibleEntities } from './visibility.ts'
import { parseUuid } from './wire.ts'

/** Only the URL's path counts: any host is accepted ([oracle]). */
function parsePath(url: string): { list: string; uuid: string } | null {
  const [, list, text = ''] = /^(?:https?:\/\/[^/]+)?(\/api\/[\w-]+\/)([\w-]+)\/$/.exec(url) ?? []
  const uuid = parseUuid(text)
  return list === undefined || uuid === null ? null : { list, uuid }
}

/**
 * The uuid of the person or entity that a URL names; null for one that the caller can't see. Ordinary users see only
 * themselves, staff and support see everyone. A token's bindings don't matter here.
 * @throws ErrorResponse 400 for a URL that names nothing
 */
export async function eventScope(core: Core, caller: Caller, url: string): Promise<string | null> {
  const found = parsePath(url)
  const rejected = invalid([`Can't restore object from url: ${url}`])
  if (!found) throw rejected
  const { uuid } = found
  if (found.list === '/api/users/') {
    const [known] = await core.db.select().from(users).where(eq(users.uuid, uuid))
    if (!known) throw rejected
    return uuid === caller.user.uuid || seesEverything(caller) ? uuid : null
  }
  const list = entityLists.find(({ path }) => path === found.list)
  const [known] = await core.db.select().from(entities).where(eq(entities.uuid, uuid))
  if (!list || known?.type !== list.type) throw rejected
  const visible = await visibleEntities(core, list, { ...caller, pat: null })
  const [seen] = await core.db
    .select()
    .from(entities)
    .where(and(visible, eq(entities.uuid, uuid)))
  return seen ? uuid : null
}
