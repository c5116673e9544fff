import { and, eq, inArray, lte } from 'drizzle-orm'
import { lifeEvent } from './audit.ts'
import type { Core } from './core.ts'
import { events, grants, tokens, users } from './database.ts'

/**
 * The daily task for roles: deactivates grants past their end. Until it runs they still grant permissions ([oracle]).
 */
export async function sweepGrants({ db, clock }: Core): Promise<void> {
  await db
    .update(grants)
    .set({ isActive: false })
    .where(lte(grants.expiresAt, clock.now() * 1000))
}

/** The expiry job: expired tokens stop being active, with one event each (waldur-api.md 2.11). */
export async function deactivateExpired(core: Core): Promise<void> {
  await core.atomically(async () => {
    const isExpired = and(eq(tokens.isActive, true), lte(tokens.expiresAt, core.clock.now() * 1000))
    const expired = await core.db.select().from(tokens).innerJoin(users, eq(users.uuid, tokens.user)).where(isExpired)
    if (expired.length === 0) return
    const uuids = expired.map((row) => row.tokens.uuid)
    await core.db.batch([
      core.db.update(tokens).set({ isActive: false }).where(inArray(tokens.uuid, uuids)),
      core.db.insert(events).values(expired.map((row) => lifeEvent(core, 'pat_expired', row.tokens, row.users))),
    ])
  })
}
