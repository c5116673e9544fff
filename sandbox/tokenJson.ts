import { eq, inArray } from 'drizzle-orm'
import type { Core, Request } from './core.ts'
import type { TokenRecord } from './database.ts'
import { bindings, entities } from './database.ts'
import type { Feature } from './releases.ts'
import { has } from './releases.ts'
import { formatInstant } from './wire.ts'

interface ShownBinding {
  type: string
  uuid: string | null
  name: string | null
}

/** The bindings of each token, with their current names; a deleted entity has no uuid (waldur-api.md 2.2). */
async function shownBindings({ db }: Core, uuids: string[]): Promise<Map<string, ShownBinding[]>> {
  const shown = new Map<string, ShownBinding[]>(uuids.map((uuid) => [uuid, []]))
  const rows = await db
    .select({ token: bindings.token, type: bindings.type, uuid: entities.uuid, name: entities.name })
    .from(bindings)
    .leftJoin(entities, eq(entities.uuid, bindings.entity))
    .where(inArray(bindings.token, uuids))
    .orderBy(bindings.id)
  for (const { token, type, uuid, name } of rows) {
    shown.get(token)?.push({ type, uuid, name: uuid === null ? '(deleted)' : name })
  }
  return shown
}

/** A token's bindings and networks, as far as the release has them. */
function limitsOf({ settings }: Core, token: Pick<TokenRecord, 'networks'>, bindings: ShownBinding[] = []) {
  const knows = (feature: Feature) => has(settings.generation, feature)
  return {
    ...(knows('bindings') && { allowed_scopes: bindings }),
    ...(knows('networks') && { allowed_networks: token.networks }),
  }
}

/** Tokens as list and retrieve show them (waldur-api.md 2.2). */
export async function tokensJson(core: Core, rows: TokenRecord[]) {
  const uuids = rows.map(({ uuid }) => uuid)
  const shown = await shownBindings(core, uuids)
  return rows.map((token) => ({
    uuid: token.uuid,
    name: token.name,
    token_prefix: token.prefix,
    scopes: token.scopes,
    ...limitsOf(core, token, shown.get(token.uuid)),
    expires_at: formatInstant(token.expiresAt),
    is_active: token.isActive,
    last_used_at: token.lastUsedAt === null ? null : formatInstant(token.lastUsedAt),
    last_used_ip: token.lastUsedIp,
    use_count: token.useCount,
    created: formatInstant(token.created),
  }))
}

/** The only response that contains the plaintext (waldur-api.md 2.3). */
export async function created(
  core: Core,
  c: Request,
  token: Omit<TokenRecord, 'id'>,
  plaintext: string,
): Promise<Response> {
  const shown = await shownBindings(core, [token.uuid])
  return c.json(
    {
      uuid: token.uuid,
      name: token.name,
      token: plaintext,
      scopes: token.scopes,
      ...limitsOf(core, token, shown.get(token.uuid)),
      expires_at: formatInstant(token.expiresAt),
      created: formatInstant(token.created),
    },
    201,
  )
}
