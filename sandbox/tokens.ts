import { and, count, desc, eq } from 'drizzle-orm'
import type { Caller } from './access.ts'
import { demandPasskey, demandSignIn } from './access.ts'
import { byWhom, lifeEvent, networksEvent } from './audit.ts'
import { bindingProblems } from './bindingProblems.ts'
import type { App, Core, Request } from './core.ts'
import type { TokenRecord } from './database.ts'
import { bindings, events, tokens } from './database.ts'
import { paginate } from './paginate.ts'
import { has } from './releases.ts'
import { invalid, noMatch } from './reply.ts'
import { readObject, respond, uuidOf } from './route.ts'
import { created, tokensJson } from './tokenJson.ts'
import { tokenOptions } from './tokenOptions.ts'
import { newPlaintext, tokenRow } from './tokenRow.ts'
import type { NewToken } from './validate.ts'
import { networksField, readNewToken } from './validate.ts'

/** @throws ErrorResponse 404 for anyone else's token, also for staff (waldur-api.md 2.6) */
async function ownToken({ db, settings }: Core, c: Request, caller: Caller): Promise<TokenRecord> {
  const where = and(eq(tokens.uuid, uuidOf(c)), eq(tokens.user, caller.user.uuid))
  const [token] = await db.select().from(tokens).where(where)
  if (token) return token
  throw noMatch(settings, 'PersonalAccessToken')
}

async function list(core: Core, c: Request, caller: Caller): Promise<Response> {
  const own = eq(tokens.user, caller.user.uuid)
  const total = await core.db.$count(tokens, own)
  return await paginate(c, total, async ({ limit, offset }) => {
    const query = core.db.select().from(tokens).where(own).orderBy(desc(tokens.created), desc(tokens.id))
    return await tokensJson(core, await query.limit(limit).offset(offset))
  })
}

/**
 * @throws Error, sent as 500, for a name that the audit log would take for a template (waldur-api.md 10, trap 22)
 */
function demandPlainName({ settings }: Core, { name }: Pick<TokenRecord, 'name'>): void {
  if (/[{}]/.test(name) && !has(settings.generation, 'braces in names')) throw new Error("the name isn't a template")
}

/** The object stage: stops at the first failing check, in Waldur's order (waldur-api.md 2.5). */
async function demandCreatable(core: Core, caller: Caller, wanted: NewToken): Promise<void> {
  const { generation, PAT_MAX_TOKENS_PER_USER: maximum } = core.settings
  if (has(generation, 'account flag') && !caller.user.canUsePats) {
    throw invalid({ non_field_errors: ['You are not allowed to create personal access tokens.'] })
  }
  const counted = and(eq(tokens.user, caller.user.uuid), eq(tokens.isActive, true))
  const [active] = await core.db.select({ count: count() }).from(tokens).where(counted)
  if (active && active.count >= maximum) {
    throw invalid({ non_field_errors: [`Maximum number of active tokens (${maximum}) reached.`] })
  }
  const problems = await bindingProblems(core, caller, wanted)
  if (problems.length > 0) throw invalid({ allowed_scopes: problems })
}

async function create(core: Core, c: Request, caller: Caller): Promise<Response> {
  demandSignIn(caller)
  demandPasskey(core, caller)
  const body = await readObject(c)
  const wanted = readNewToken(body, caller.user, core.settings, core.clock.now() * 1000)
  const plaintext = newPlaintext(wanted.expiresAt)
  // Counting and inserting are one turn: two requests at the limit could otherwise both pass.
  const token = await core.atomically(async () => {
    await demandCreatable(core, caller, wanted)
    const row = tokenRow(core, caller.user.uuid, plaintext, wanted)
    const bound = wanted.bindings.map(({ type, uuid }) => ({ token: row.uuid, type, entity: uuid }))
    await core.db.batch([
      core.db.insert(tokens).values(row),
      core.db.insert(events).values(lifeEvent(core, 'pat_created', row, caller.user, byWhom(core, c, caller))),
      ...(bound.length > 0 ? [core.db.insert(bindings).values(bound)] : []),
    ])
    return row
  })
  demandPlainName(core, token)
  return await created(core, c, token, plaintext)
}

async function rotate(core: Core, c: Request, caller: Caller): Promise<Response> {
  demandSignIn(caller)
  demandPasskey(core, caller)
  const { token, plaintext } = await core.atomically(async () => {
    const old = await ownToken(core, c, caller)
    // A bare array, unlike every other 400 (waldur-api.md 2.8).
    if (!old.isActive) throw invalid(['Cannot rotate an inactive token.'])
    const text = newPlaintext(old.expiresAt)
    const row = tokenRow(core, old.user, text, old)
    const kept = await core.db.select().from(bindings).where(eq(bindings.token, old.uuid)).orderBy(bindings.id)
    const bound = kept.map(({ type, entity }) => ({ token: row.uuid, type, entity }))
    await core.db.batch([
      core.db.update(tokens).set({ isActive: false }).where(eq(tokens.uuid, old.uuid)),
      core.db.insert(tokens).values(row),
      core.db.insert(events).values(lifeEvent(core, 'pat_rotated', row, caller.user, byWhom(core, c, caller))),
      ...(bound.length > 0 ? [core.db.insert(bindings).values(bound)] : []),
    ])
    return { token: row, plaintext: text }
  })
  demandPlainName(core, token)
  return await created(core, c, token, plaintext)
}

async function revoke(core: Core, c: Request, caller: Caller): Promise<Response> {
  demandSignIn(caller)
  await core.atomically(async () => {
    const token = await ownToken(core, c, caller)
    await core.db.batch([
      core.db.update(tokens).set({ isActive: false }).where(eq(tokens.uuid, token.uuid)),
      // Also for a token that is revoked already: Waldur logs each call (waldur-api.md 2.7).
      core.db.insert(events).values(lifeEvent(core, 'pat_revoked', token, caller.user, byWhom(core, c, caller))),
    ])
  })
  return c.body(null, 204)
}

async function setNetworkAcl(core: Core, c: Request, caller: Caller): Promise<Response> {
  demandSignIn(caller)
  const body = await readObject(c)
  const token = await core.atomically(async () => {
    const found = await ownToken(core, c, caller)
    if (!found.isActive) throw invalid(['Cannot change the network ACL of an inactive token.'])
    const networks = networksField(body['allowed_networks'], core.settings)
    if ('error' in networks) throw invalid({ allowed_networks: networks.error })
    const change = { before: found.networks, after: networks.value }
    await core.db.batch([
      core.db.update(tokens).set({ networks: networks.value }).where(eq(tokens.uuid, found.uuid)),
      core.db.insert(events).values(networksEvent(core, found, caller.user, change, byWhom(core, c, caller))),
    ])
    return { ...found, networks: networks.value }
  })
  const [json] = await tokensJson(core, [token])
  return c.json(json)
}

/**
 * Routes of the tokens: the seven operations without the two helper lists, and `set_network_acl` (waldur-api.md 2.1,
 * 3).
 */
export function tokenRoutes(app: App, core: Core): void {
  respond(app, core, '/api/personal-access-tokens/', {
    get: (c, caller) => list(core, c, caller),
    post: (c, caller) => create(core, c, caller),
    options: (c) => c.json(tokenOptions(core.settings)),
  })
  respond(app, core, '/api/personal-access-tokens/:uuid/', {
    get: async (c, caller) => {
      const [json] = await tokensJson(core, [await ownToken(core, c, caller)])
      return c.json(json)
    },
    delete: (c, caller) => revoke(core, c, caller),
  })
  respond(app, core, '/api/personal-access-tokens/:uuid/rotate/', { post: (c, caller) => rotate(core, c, caller) })
  app.all('/api/personal-access-tokens/:uuid/set_network_acl/', async (c, next) =>
    // Older releases don't have this route.
    has(core.settings.generation, 'networks') ? await next() : c.notFound(),
  )
  respond(app, core, '/api/personal-access-tokens/:uuid/set_network_acl/', {
    post: (c, caller) => setNetworkAcl(core, c, caller),
  })
}
