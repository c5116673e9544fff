import * as z from 'zod/mini'
import { request } from '../api/client.ts'
import type { Session, SignInNotice } from '../api/credential.ts'
import { currentSession, forgetSession, leaveNotice, sessionAtom } from '../api/credential.ts'
import type { RequestError } from '../api/errors.ts'
import { ApiError } from '../api/errors.ts'
import { openChannel } from '../api/tabs.ts'
import { normalizeUuid, SessionToken } from '../api/wire.ts'
import { useAtom } from '../ui/useAtom.ts'

const WebUrl = z.url({ protocol: /^https?$/ })

export const useSession = (): Session => useAtom(sessionAtom)

/** The header value for a password sign-in (waldur-api, section 1.2). */
export async function authorize(credentials: { username: string; password: string }): Promise<string> {
  const response = await request('/api-auth/password/', z.object({ token: SessionToken }), {
    method: 'POST',
    body: credentials,
    anonymous: true,
  })
  return `Token ${response.token}`
}

/** Whether the password was right, but a passkey is still needed (waldur-api, section 1.2). */
export const isPasskeyRequired = (error: RequestError | null): boolean =>
  error instanceof ApiError &&
  error.status === 401 &&
  error.problems.some(({ path: [key] }) => key === 'passkey_required')

/**
 * Ends the session here first and in any case, then tells the server, which ends it in every tab and in HomePort. Never
 * throws: if the server cannot be told, the session's `notice` says so.
 */
export async function signOut(userUuid: string): Promise<void> {
  const { authorization } = currentSession()
  forgetSession()
  if (!authorization) return
  const others = channel()
  others?.postMessage(userUuid)
  others?.close()
  try {
    const response = await request(
      '/api-auth/logout/',
      // An unusable URL still means that Waldur ended the session; a response without one isn't Waldur's.
      z.nullable(z.object({ logout_url: z.pipe(z.unknown(), z.catch(z.nullable(WebUrl), '')) })),
      {
        method: 'POST',
        // Impersonating no one: this ends the staff user's own session.
        credential: { authorization, impersonated: null },
      },
    )
    const address = response?.logout_url
    if (typeof address === 'string') {
      sayAfterwards({ kind: 'known elsewhere', signOutAt: address === '' ? null : new URL(address) })
    }
  } catch {
    sayAfterwards({ kind: 'untold' })
  }
}

/** If the user has signed in again meanwhile, the old session no longer matters. */
function sayAfterwards(notice: SignInNotice): void {
  if (currentSession().authorization === null) leaveNotice(notice)
}

/** Calls back with the user who signed out in another tab. The message contains no secret. */
export function onSignOutElsewhere(listener: (userUuid: string) => void): () => void {
  const receiver = channel()
  if (receiver === null) return () => {}
  receiver.onmessage = ({ data }: MessageEvent<unknown>) => {
    const uuid = typeof data === 'string' ? normalizeUuid(data) : null
    if (uuid) listener(uuid)
  }
  return () => receiver.close()
}

const channel = () => openChannel('waldur-tokens.signed-out')
