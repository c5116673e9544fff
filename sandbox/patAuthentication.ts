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
   * Null: not restricted to entities. Otherwise the uuids of the bound entities that still exist. An empty list reaches
   * nothing: a token whose entities are all deleted doesn't become unrestricted (waldur-api.md 7.3).
   */
  boundTo: string[] | null
}

/** Null for an invalid address: `X-Forwarded-For` may hold anything. */
function addressOf(c: Request): string | null {
  const address = clientAddress(c)
  return isIP(address) ? address : null
}

/** A use is written at most once in ten minutes, so `use_count` counts periods, not requests (waldur-api.md 9). */
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

/** Records the use if a new period has begun or the address has changed; address changes are limited per hour. */
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

/** Why a known token is rejected, or null. The caller never learns the reason (waldur-api.md 9). */
function rejection(core: Core, token: TokenRecord, user: UserRow): Rejection | null {
  if (!token.isActive) return 'revoked'
  if (!user.isActive) return 'user_inactive'
  return has(core.settings.generation, 'account flag') && !user.canUsePats ? 'permission_revoked' : null
}

/**
 * The user behind a PAT, and the token's restrictions (waldur-api.md 9).
 * @throws ErrorResponse 401 `Invalid token.`, whatever the reason; the reason is in the audit events
 */
export async function authenticatePat(
  core: Core,
  c: Request,
  plaintext: string,
): Promise<{ user: UserRow; pat: UsedPat }> {
  const rejected = unauthorized('Invalid token.')
  const expiry = /^w_(\d{1,12})_/.exec(plaintext)?.[1]
  // The expiry is part of the token, so an expired one needs no look-up.
  if (expiry === undefined || Number(expiry) * 1000 <= core.clock.now()) throw rejected
  const address = addressOf(c)
  const hash = sha256(plaintext)
  // One at a time, because two simultaneous first uses would count as two periods.
  return await core.atomically(async () => {
    const [found] = await core.db
      .select()
      .from(tokens)
      .innerJoin(users, eq(users.uuid, tokens.user))
      .where(eq(tokens.hash, hash))
    if (!found) throw rejected
    const { tokens: token, users: owner } = found
    const reason = rejection(core, token, owner)
    // Expiry is no reason for an event ([oracle]).
    if (reason === null && token.expiresAt <= core.clock.now() * 1000) throw rejected
    const networks = has(core.settings.generation, 'networks') ? token.networks : []
    if (reason !== null || !isAllowedFrom(networks, address ?? '')) {
      await recordDenial(core, { token, owner, address }, reason)
      throw rejected
    }
    await recordUse(core, token, owner, address)
    const { uuid, name, scopes } = token
    return { user: owner, pat: { uuid, name, scopes, boundTo: await boundTo(core, uuid) } }
  })
}
