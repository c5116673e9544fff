import { useSyncExternalStore } from 'react'
import * as z from 'zod/mini'
import { request } from '../api/client.ts'
import type { Session, SignInNotice } from '../api/credential.ts'
import { currentSession, forgetSession, leaveNotice, onSessionChange } from '../api/credential.ts'
import type { RequestError } from '../api/errors.ts'
import { ApiError } from '../api/errors.ts'
import { normaliseUuid, SessionToken } from '../api/wire.ts'

export const useSession = (): Session => useSyncExternalStore(onSessionChange, currentSession)

/** The header value for a password sign-in (waldur-api, section 1.2). */
export async function authorize(credentials: { username: string; password: string }): Promise<string> {
  const answer = await request('/api-auth/password/', z.object({ token: SessionToken }), {
    method: 'POST',
    body: credentials,
    anonymous: true,
  })
  return `Token ${answer.token}`
}

/** Whether the password was right, and a passkey is still to come (waldur-api, section 1.2). */
export const isPasskeyRequired = (error: RequestError | null): boolean =>
  error instanceof ApiError &&
  error.status === 401 &&
  error.problems.some(({ path: [key] }) => key === 'passkey_required')

/**
 * Ends the session here first and always, then tells the server, which ends it in every tab and in HomePort.
 * Never throws: a server that could not be told becomes the session's `notice`.
 */
export async function signOut(userUuid: string): Promise<void> {
  const { authorization } = currentSession()
  forgetSession()
  if (!authorization) return
  const others = channel()
  others.postMessage(userUuid)
  others.close()
  try {
    const answer = await request(
      '/api-auth/logout/',
      // An address that leads nowhere is no reason to say that the server could not be told.
      z.nullable(z.object({ logout_url: z.catch(z.nullish(z.url({ protocol: /^https?$/ })), '') })),
      {
        method: 'POST',
        // As oneself: it is one's own session that ends.
        credential: { authorization, impersonated: null },
      },
    )
    const address = answer?.logout_url
    if (typeof address === 'string') {
      sayAfterwards({ kind: 'known elsewhere', signOutAt: address === '' ? null : new URL(address) })
    }
  } catch {
    sayAfterwards({ kind: 'untold' })
  }
}

/** Signing in again meanwhile makes the old session's fate uninteresting. */
function sayAfterwards(notice: SignInNotice): void {
  if (currentSession().authorization === null) leaveNotice(notice)
}

/** Calls back with the user who signed out in another tab. The message carries no secret. */
export function onSignOutElsewhere(listener: (userUuid: string) => void): () => void {
  const receiver = channel()
  receiver.onmessage = ({ data }: MessageEvent<unknown>) => {
    const uuid = typeof data === 'string' ? normaliseUuid(data) : null
    if (uuid) listener(uuid)
  }
  return () => receiver.close()
}

const channel = () => new BroadcastChannel('waldur-tokens.signed-out')
