import type { QueryClient } from '@tanstack/react-query'
import { currentSession, isAccessToken, isHeaderValue } from '../api/credential.ts'
import { apiOrigin } from '../api/deployment.ts'
import { isRequestError } from '../api/errors.ts'
import { openChannel } from '../api/tabs.ts'
import { enter } from './enter.ts'

/**
 * Connects the pages of this origin that use the same Waldur. A new sign-in may have a new token, so a page covered
 * after its session ended needs to be told.
 */
const channel = () => openChannel(`waldur-tokens.signed-in ${apiOrigin()}`)

/** The messages on the channel. The header value itself is sent only in reply to `COVERED`. */
const SIGNED_IN = 'signed in'
const COVERED = 'covered'

/** A covered page responds at once. One that the browser has suspended is left to its sign-in form. */
const LISTEN_MS = 10_000

/**
 * After signing in: offers the sign-in to covered pages in other tabs. They check with Waldur that it is the same user.
 */
export function handOver(): void {
  const { authorization } = currentSession()
  // A personal access token is read-only here; it must not unlock a page with full rights.
  if (authorization === null || isAccessToken(authorization)) return
  const others = channel()
  if (others === null) return
  others.onmessage = ({ data }: MessageEvent<unknown>) => {
    const now = currentSession()
    if (data === COVERED && now.authorization === authorization && !now.ended) others.postMessage(authorization)
  }
  others.postMessage(SIGNED_IN)
  setTimeout(() => others.close(), LISTEN_MS)
}

/** Calls back with the header value of a sign-in in another tab. */
export function onHandOver(listener: (authorization: string) => void): () => void {
  const receiver = channel()
  if (receiver === null) return () => {}
  receiver.onmessage = ({ data }: MessageEvent<unknown>) => {
    if (data === SIGNED_IN) receiver.postMessage(COVERED)
    // Any page of this origin can post here, so accept only what `handOver` sends.
    else if (typeof data === 'string' && isHeaderValue(data) && !isAccessToken(data)) listener(data)
  }
  return () => receiver.close()
}

/**
 * Continues with a sign-in from another tab, if it is the covered page's user. While the server is asked, the user may
 * have left the page or signed in here; then it is dropped.
 */
export async function continueWith(client: QueryClient, authorization: string): Promise<void> {
  const covered = currentSession().authorization
  const isStillCovered = () => currentSession().ended && currentSession().authorization === covered
  try {
    await enter(client, { authorization, impersonated: null }, 'memory', (isAnother) => !isAnother && isStillCovered())
  } catch (error) {
    // Waldur rejected it or could not be reached. The sign-in form is still there.
    if (!isRequestError(error)) throw error
  }
}
