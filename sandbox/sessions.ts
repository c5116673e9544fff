import { randomBytes } from 'node:crypto'
import { eq } from 'drizzle-orm'
import type { Core } from './core.ts'
import type { UserRow } from './database.ts'
import { sessions, users } from './database.ts'
import { unauthorized } from './reply.ts'
import { microsPerSecond } from './wire.ts'

function newExpiry({ clock, settings }: Core): number | null {
  return settings.TOKEN_LIFETIME === null ? null : clock.now() * 1000 + settings.TOKEN_LIFETIME * microsPerSecond
}

/**
 * The user's sign-in token, 40 hexadecimal characters: the current one, or a new one if that has ended (waldur-api.md
 * 1.2).
 * @param withPasskey marks it as verified until it ends ([passkeys])
 */
export async function openSession(core: Core, user: string, withPasskey = false): Promise<string> {
  return await core.atomically(async () => {
    const [session] = await core.db.select().from(sessions).where(eq(sessions.user, user))
    const isLive = session && (session.expiresAt === null || session.expiresAt > core.clock.now() * 1000)
    const key = isLive ? session.key : randomBytes(20).toString('hex')
    const expiresAt = newExpiry(core)
    const isVerified = withPasskey || (isLive === true && session.isVerified)
    await core.db
      .insert(sessions)
      .values({ user, key, expiresAt, isVerified })
      .onConflictDoUpdate({ target: sessions.user, set: { key, expiresAt, isVerified } })
    return key
  })
}

/**
 * The user behind a sign-in token, and whether it was verified with a passkey. Its end is extended at most once per
 * half lifetime (waldur-api.md 1.4).
 * @throws ErrorResponse 401 if the token is unknown or has ended, or its user is deactivated
 */
export async function userOfSession(core: Core, key: string): Promise<{ user: UserRow; isVerified: boolean }> {
  const [found] = await core.db
    .select()
    .from(sessions)
    .innerJoin(users, eq(users.uuid, sessions.user))
    .where(eq(sessions.key, key))
  if (!found) throw unauthorized('Invalid token.')
  if (!found.users.isActive) throw unauthorized('User inactive or deleted.')
  const { expiresAt } = found.sessions
  const now = core.clock.now() * 1000
  if (expiresAt !== null && expiresAt <= now) throw unauthorized('Token has expired.')
  const lifetime = (core.settings.TOKEN_LIFETIME ?? 0) * microsPerSecond
  if (expiresAt !== null && expiresAt - now < lifetime / 2) {
    await core.db
      .update(sessions)
      .set({ expiresAt: newExpiry(core) })
      .where(eq(sessions.key, key))
  }
  return { user: found.users, isVerified: found.sessions.isVerified }
}
