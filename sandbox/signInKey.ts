import { eq } from 'drizzle-orm'
import type { Caller } from './access.ts'
import type { Core } from './core.ts'
import type { UserRow } from './database.ts'
import { sessions } from './database.ts'

/**
 * The field with a sign-in key, where Waldur includes it: in the caller's own record, and in a list of only that
 * record. A token can read it too, whatever its scopes and bindings; an impersonated session can't (waldur-api.md 1.7).
 * @param shown the people in the response
 */
export async function signInKey(core: Core, caller: Caller, shown: readonly UserRow[]): Promise<{ token?: string }> {
  const [own, ...others] = shown
  const isOwn = own?.uuid === caller.user.uuid && others.length === 0
  const isKept = caller.isImpersonated || (caller.pat !== null && !core.settings.PAT_SEES_SIGN_IN_KEY)
  if (!isOwn || isKept) return {}
  const [session] = await core.db.select().from(sessions).where(eq(sessions.user, caller.user.uuid))
  return session ? { token: session.key } : {}
}
