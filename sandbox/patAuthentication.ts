import { isIP } from 'node:net'
import { eq } from 'drizzle-orm'
import type { Rejection } from './auditUse.ts'
import { recordDenial, recordNewAddress } from './auditUse.ts'
import type { Core, Request } from './core.ts'
import { clientAddress, sha256 } from './core.ts'
import type { TokenRecord, UserRow } from './database.ts'
import { bindings, entities, tokens, users } from './database.ts'
import { isAllowedFrom } from './networks.ts'
import { has } from './releases.ts'
import { unauthorized } from './reply.ts'
import { microsPerSecond } from './wire.ts'

export interface UsedPat {
  uuid: string
  name: string
  scopes: string[]
  /**
   * Null: no entity restriction. Else the uuids of bound entities that still exist; an empty list reaches nothing,
   * for a token whose entities are all gone does not become unrestricted (waldur-api.md 7.3).
   */
  boundTo: string[] | null
}

/** Null for what is no address: `X-Forwarded-For` may hold anything. */
function addressOf(c: Request): string | null {
  const address = clientAddress(c)
  return isIP(address) ? address : null
}

/** Uses are written once in ten minutes, so `use_count` counts windows, not requests (waldur-api.md 9). */
const usageWindow = 600 * microsPerSecond

async function boundTo({ db, settings }: Core, token: string): Promise<string[] | null> {
  if (!has(settings.generation, 'bindings')) return null
  const bound = await db
    .select({ living: entities.uuid })
    .from(bindings)
    .leftJoin(entities, eq(entities.uuid, bindings.entity))
    .where(eq(bindings.token, token))
  return bound.length === 0 ? null : bound.flatMap(({ living }) => living ?? [])
}

/** Writes the use if its window is new or the address changed; address changes are capped per hour. */
async function recordUse(core: Core, token: TokenRecord, owner: UserRow, address: string | null): Promise<void> {
  const now = core.clock.now() * 1000
  const previous = token.lastUsedIp
  const isMoved = previous !== null && address !== null && previous !== address
  const isWritten = isMoved && (await recordNewAddress(core, { token, owner, address }, previous))
  const isNewWindow = token.lastUsedAt === null || now - token.lastUsedAt >= usageWindow
  if (!isNewWindow && !isWritten) return
  await core.db
    .update(tokens)
    .set({ lastUsedAt: now, lastUsedIp: address, useCount: token.useCount + 1 })
    .where(eq(tokens.uuid, token.uuid))
}

/** Why a token of ours is refused, or null. The caller is told none of it (waldur-api.md 9). */
function rejection(core: Core, token: TokenRecord, user: UserRow): Rejection | null {
  if (!token.isActive) return 'revoked'
  if (!user.isActive) return 'user_inactive'
  return has(core.settings.generation, 'account flag') && !user.canUsePats ? 'permission_revoked' : null
}

/**
 * The user behind a PAT, and what the token narrows (waldur-api.md 9).
 * @throws Refusal 401 `Invalid token.`, whatever the reason; the reason is in the audit events
 */
export async function authenticatePat(
  core: Core,
  c: Request,
  plaintext: string,
): Promise<{ user: UserRow; pat: UsedPat }> {
  const refused = unauthorized('Invalid token.')
  const expiry = /^w_(\d{1,12})_/.exec(plaintext)?.[1]
  // The expiry stands in the text, so a dead token costs no look-up.
  if (expiry === undefined || Number(expiry) * 1000 <= core.clock.now()) throw refused
  const address = addressOf(c)
  const hash = sha256(plaintext)
  // One at a time, or two simultaneous first uses would count as two windows.
  return await core.atomically(async () => {
    const [found] = await core.db
      .select()
      .from(tokens)
      .innerJoin(users, eq(users.uuid, tokens.user))
      .where(eq(tokens.hash, hash))
    if (!found) throw refused
    const { tokens: token, users: owner } = found
    const reason = rejection(core, token, owner)
    // An expired one is expected to end, and leaves no event ([oracle]).
    if (reason === null && token.expiresAt <= core.clock.now() * 1000) throw refused
    const networks = has(core.settings.generation, 'networks') ? token.networks : []
    if (reason !== null || !isAllowedFrom(networks, address ?? '')) {
      await recordDenial(core, { token, owner, address }, reason)
      throw refused
    }
    await recordUse(core, token, owner, address)
    const { uuid, name, scopes } = token
    return { user: owner, pat: { uuid, name, scopes, boundTo: await boundTo(core, uuid) } }
  })
}
