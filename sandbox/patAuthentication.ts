import { eq, inArray } from 'drizzle-orm'
import { countEvents, recordEvent } from './audit.ts'
import type { Core, Request } from './core.ts'
import { clientAddress, sha256 } from './core.ts'
import type { TokenRecord, UserRow } from './database.ts'
import { bindings, entities, tokens, users } from './database.ts'
import { isAllowedFrom } from './networks.ts'
import { unauthorized } from './reply.ts'
import { microsPerSecond } from './wire.ts'

export interface UsedPat {
  uuid: string
  scopes: string[]
  /**
   * Null: no entity restriction. Else the uuids of bound entities that still exist; an empty list reaches nothing,
   * for a token whose entities are all gone does not become unrestricted (waldur-api.md 7.3).
   */
  boundTo: string[] | null
}

/** Uses are written once in ten minutes, so `use_count` counts windows, not requests (waldur-api.md 9). */
const usageWindow = 600 * microsPerSecond

async function boundTo({ db }: Core, token: string): Promise<string[] | null> {
  const bound = await db.select().from(bindings).where(eq(bindings.token, token))
  if (bound.length === 0) return null
  const uuids = bound.map(({ entity }) => entity)
  const living = await db.select({ uuid: entities.uuid }).from(entities).where(inArray(entities.uuid, uuids))
  return living.map(({ uuid }) => uuid)
}

/** Writes the use if its window is new or the address changed; address changes are capped per hour. */
async function recordUse(core: Core, token: TokenRecord, address: string): Promise<void> {
  const now = core.clock.now() * 1000
  const isNewWindow = token.lastUsedAt === null || now - token.lastUsedAt >= usageWindow
  const isNewAddress = token.lastUsedIp !== address
  if (!isNewWindow && !isNewAddress) return
  const changes = isNewAddress ? await countEvents(core, token.uuid, 'pat_used_from_new_ip') : 0
  const isCapped = changes >= core.settings.PAT_MAX_AUDIT_EVENTS_PER_HOUR
  if (!isNewWindow && isCapped) return
  await core.db
    .update(tokens)
    .set({ lastUsedAt: now, lastUsedIp: address, useCount: token.useCount + 1 })
    .where(eq(tokens.uuid, token.uuid))
  if (isNewAddress && !isCapped) {
    await recordEvent(core, 'pat_used_from_new_ip', token, { ip_address: address })
  }
}

/** Why a token of ours is refused, or null. The caller is told none of it (waldur-api.md 9). */
function refusalReason(core: Core, token: TokenRecord, user: UserRow): string | null {
  if (!token.isActive) return 'inactive token'
  if (!user.isActive) return 'inactive user'
  if (core.settings.generation === 'newest' && !user.canUsePats) return 'user may not use tokens'
  if (token.expiresAt <= core.clock.now() * 1000) return 'expired token'
  return null
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
  const address = clientAddress(c)
  const hash = sha256(plaintext)
  // One at a time, or two simultaneous first uses would count as two windows.
  return await core.atomically(async () => {
    const [found] = await core.db
      .select()
      .from(tokens)
      .innerJoin(users, eq(users.uuid, tokens.user))
      .where(eq(tokens.hash, hash))
    if (!found) throw refused
    const reason = refusalReason(core, found.tokens, found.users)
    const isFromOutside = reason === null && !isAllowedFrom(found.tokens.networks, address)
    if (reason !== null || isFromOutside) {
      const type = isFromOutside ? 'pat_access_denied_from_ip' : 'pat_authentication_rejected'
      const written = await countEvents(core, found.tokens.uuid, type)
      if (written < core.settings.PAT_MAX_AUDIT_EVENTS_PER_HOUR) {
        await recordEvent(core, type, found.tokens, { ip_address: address, ...(reason && { reason }) })
      }
      throw refused
    }
    await recordUse(core, found.tokens, address)
    const { uuid, scopes } = found.tokens
    return { user: found.users, pat: { uuid, scopes, boundTo: await boundTo(core, uuid) } }
  })
}
