import { randomUUID } from 'node:crypto'
import { eq } from 'drizzle-orm'
import type { App, Core } from './core.ts'
import { clientAddress, sha256 } from './core.ts'
import { sessions, users } from './database.ts'
import { has } from './releases.ts'
import { ErrorResponse, invalid } from './reply.ts'
import { readObject, respond, respondToAnyone } from './route.ts'
import { openSession } from './sessions.ts'

const failuresUntilLocked = 4
const lockedMs = 10 * 60_000

/** 401 without a challenge header: this is for a form, not for a missing credential. */
const rejected = (detail: string) => new ErrorResponse(401, { detail })

/** The password is right, but a passkey is needed. The sandbox can't complete the ceremony that starts here. */
const pending = () =>
  new ErrorResponse(401, {
    detail: 'Passkey verification is required.',
    passkey_required: true,
    pending_passkey_ceremony: randomUUID(),
  })

/** Counts failures per username and client address (waldur-api.md 1.2). Cleared by a restart, like Waldur's cache. */
function lockouts(core: Core) {
  const failures = new Map<string, { count: number; until: number }>()
  return {
    isLocked: (key: string) => {
      const entry = failures.get(key)
      return entry !== undefined && entry.count >= failuresUntilLocked && entry.until > core.clock.now()
    },
    fail: (key: string) => {
      const entry = failures.get(key)
      const count = entry && entry.until > core.clock.now() ? entry.count : 0
      failures.set(key, { count: count + 1, until: core.clock.now() + lockedMs })
    },
    forget: (key: string) => failures.delete(key),
  }
}

function credentialField(value: unknown): { value: string } | { error: string[] } {
  if (value === undefined) return { error: ['This field is required.'] }
  if (value === null) return { error: ['This field may not be null.'] }
  if (typeof value !== 'string') return { error: ['Not a valid string.'] }
  if (value.trim() === '') return { error: ['This field may not be blank.'] }
  if ([...value].length > 128) return { error: ['Ensure this field has no more than 128 characters.'] }
  return { value }
}

function readCredentials(body: Record<string, unknown>): { username: string; password: string } {
  const username = credentialField(body['username'])
  const password = credentialField(body['password'])
  if ('value' in username && 'value' in password) return { username: username.value.trim(), password: password.value }
  throw invalid({
    ...('error' in username && { username: username.error }),
    ...('error' in password && { password: password.error }),
  })
}

/** Routes of password sign-in and sign-out (waldur-api.md 1.2, 1.3). */
export function signInRoutes(app: App, core: Core): void {
  const locks = lockouts(core)
  respondToAnyone(app, '/api-auth/password/', {
    post: async (c) => {
      if (!core.settings.LOCAL_SIGNIN) {
        throw rejected('Authentication method is disabled. Please use another authentication method or contact staff.')
      }
      const { username, password } = readCredentials(await readObject(c))
      const key = `${username}\n${clientAddress(c)}`
      if (locks.isLocked(key)) {
        locks.fail(key)
        throw rejected('Username is locked out. Try in 10 minutes.')
      }
      const [user] = await core.db.select().from(users).where(eq(users.username, username))
      if (!user || user.passwordHash !== sha256(password)) {
        locks.fail(key)
        throw rejected('Invalid username/password.')
      }
      if (!user.isActive) throw rejected('User account is disabled.')
      locks.forget(key)
      if (core.settings.PASSKEY_REQUIRED && has(core.settings.generation, 'passkeys')) throw pending()
      return c.json({ token: await openSession(core, user.uuid) })
    },
  })
  respond(app, core, '/api-auth/logout/', {
    post: async (c, caller) => {
      // There is one row per user, so this signs out every browser; tokens keep working (waldur-api.md 1.3).
      await core.db.delete(sessions).where(eq(sessions.user, caller.user.uuid))
      return c.body(null, 204)
    },
  })
  // The silent check for a default identity provider; there is none (waldur-api.md 1.5).
  respondToAnyone(app, '/api-auth/default/init/', { get: (c) => c.json({ detail: 'Not found.' }, 404) })
}
