import { createHash } from 'node:crypto'
import { inArray } from 'drizzle-orm'
import type { Caller } from './access.ts'
import { colleaguesGrants } from './colleagues.ts'
import type { App, Core, Request } from './core.ts'
import { newUuid } from './core.ts'
import type { UserRow } from './database.ts'
import { roles, users } from './database.ts'
import type { Json } from './jsonSources.ts'
import { paginate } from './paginate.ts'
import { invalid } from './reply.ts'
import { readObject, respond } from './route.ts'
import { grantsJson } from './userJson.ts'
import { formatInstant } from './wire.ts'

const required = ['This field is required.']

/** @throws ErrorResponse 400 for an invalid public key */
function sshKey({ name, public_key: text }: Json, user: UserRow): Json {
  if (typeof text !== 'string') throw invalid({ public_key: required })
  const [, type, body] = /^(\S+) ([A-Za-z0-9+/]+={0,2})( .*)?$/.exec(text.trim()) ?? []
  if (body === undefined) throw invalid({ public_key: ['Key is not valid: cannot generate fingerprint from it.'] })
  const key = Buffer.from(body, 'base64')
  const digest = (algorithm: string) => createHash(algorithm).update(key).digest('base64').replace(/=+$/, '')
  return {
    name: typeof name === 'string' ? name : '',
    public_key: text,
    fingerprint_md5: createHash('md5')
      .update(key)
      .digest('hex')
      .replaceAll(/..(?=.)/g, '$&:'),
    fingerprint_sha256: `SHA256:${digest('sha256')}`,
    fingerprint_sha512: `SHA512:${digest('sha512')}`,
    user_uuid: user.uuid,
    is_shared: false,
    type,
  }
}

/** @throws ErrorResponse 400 without a destination URL */
function webHook(
  { destination_url: url, event_types: types = [], event_groups: groups = [] }: Json,
  user: UserRow,
  at: string,
): Json {
  if (typeof url !== 'string') throw invalid({ destination_url: required })
  return {
    is_active: true,
    author_uuid: user.uuid,
    event_types: types,
    event_groups: groups,
    created: at,
    modified: at,
    hook_type: 'webhook',
    author_fullname: `${user.firstName} ${user.lastName}`,
    author_username: user.username,
    author_email: user.email,
    destination_url: url,
    content_type: 'json',
  }
}

/** A list of objects that the caller creates. Nothing acts on them, and a restart clears it. */
function ownList(app: App, core: Core, path: string, make: (body: Json, user: UserRow, at: string) => Json): void {
  const kept = new Map<string, Json[]>()
  respond(app, core, path, {
    get: async (c, { user }) => {
      const rows = kept.get(user.uuid) ?? []
      return await paginate(c, rows.length, ({ limit, offset }) => Promise.resolve(rows.slice(offset, offset + limit)))
    },
    post: async (c, { user }) => {
      const uuid = newUuid()
      const url = new URL(`${path}${uuid}/`, c.req.url).href
      const row = { url, uuid, ...make(await readObject(c), user, formatInstant(core.clock.micros())) }
      kept.set(user.uuid, [...(kept.get(user.uuid) ?? []), row])
      return c.json(row, 201, { Location: url })
    },
  })
}

/** The grants that the caller can see. */
async function listPermissions(core: Core, c: Request, caller: Caller): Promise<Response> {
  const { db } = core
  const held = await colleaguesGrants(core, caller)
  return await paginate(c, held.length, async ({ limit, offset }) => {
    const page = held.slice(offset, offset + limit)
    const holders = await db
      .select()
      .from(users)
      .where(
        inArray(
          users.uuid,
          page.map(({ user }) => user),
        ),
      )
    const named = await db
      .select()
      .from(roles)
      .where(
        inArray(
          roles.uuid,
          page.map(({ roleUuid }) => roleUuid),
        ),
      )
    const shown = await grantsJson(core, page)
    return page.map((grant, index) => {
      const holder = holders.find(({ uuid }) => uuid === grant.user)
      return {
        user_uuid: grant.user,
        user_name: `${holder?.firstName} ${holder?.lastName}`,
        user_slug: holder?.username,
        role_description: named.find(({ uuid }) => uuid === grant.roleUuid)?.description,
        ...shown[index],
      }
    })
  })
}

/**
 * What every token can do, whatever its scopes and bindings, because no permission is checked ([oracle] fact 20). The
 * sandbox has no payments and no support desk.
 */
export function selfServiceRoutes(app: App, core: Core): void {
  ownList(app, core, '/api/keys/', sshKey)
  ownList(app, core, '/api/hooks-web/', webHook)
  respond(app, core, '/api/user-permissions/', { get: (c, caller) => listPermissions(core, c, caller) })
  for (const path of ['/api/invoices/', '/api/support-users/', '/api/support-issues/']) {
    respond(app, core, path, { get: async (c) => await paginate(c, 0, () => Promise.resolve([])) })
  }
}
