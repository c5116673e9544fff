import type { QueryClient } from '@tanstack/react-query'
import { currentSession, isAccessToken, isHeaderValue } from '../api/credential.ts'
import { apiOrigin } from '../api/deployment.ts'
import { isRequestError } from '../api/errors.ts'
import { enter } from './enter.ts'

/**
 * Pages of this origin that ask the same Waldur. A new sign-in may have a new token, so a page that an ended session has
 * covered cannot go on without being told of it.
 */
const channel = () => new BroadcastChannel(`waldur-tokens.signed-in ${apiOrigin()}`)

/** The messages on the channel. The header value itself is sent only in reply to `COVERED`. */
const SIGNED_IN = 'signed in'
const COVERED = 'covered'

/** A covered page answers at once; one that the browser has put to sleep gets its sign-in from the form. */
const LISTEN_MS = 10_000

/** After signing in: lets pages that are covered in other tabs go on, if it is their user's. They ask Waldur that. */
export function handOver(): void {
  const { authorization } = currentSession()
  // A personal access token is read-only here; it must not unlock a page with full rights.
  if (authorization === null || isAccessToken(authorization)) return
  const others = channel()
  others.onmessage = ({ data }: MessageEvent<unknown>) => {
    const now = currentSession()
    if (data === COVERED && now.authorization === authorization && !now.ended) others.postMessage(authorization)
  }
  others.postMessage(SIGNED_IN)
  setTimeout(() => others.close(), LISTEN_MS)
}

/** Calls back with the header value that somebody has signed in with in another tab. */
export function onHandOver(listener: (authorization: string) => void): () => void {
  const receiver = channel()
  receiver.onmessage = ({ data }: MessageEvent<unknown>) => {
    if (data === SIGNED_IN) receiver.postMessage(COVERED)
    // Any page of this origin can post here, so accept only what `handOver` sends.
    else if (typeof data === 'string' && isHeaderValue(data) && !isAccessToken(data)) listener(data)
  }
  return () => receiver.close()
}

/**
 * Goes on with a sign-in of another tab, if it is of the user who is under the cover. By the time the server has said
 * whose it is, somebody may have left the page or signed in here: then nothing comes of it.
 */
export async function goOnWith(client: QueryClient, authorization: string): Promise<void> {
  const covered = currentSession().authorization
  const isStillCovered = () => currentSession().ended && currentSession().authorization === covered
  try {
    await enter(client, { authorization, impersonated: null }, 'memory', (isAnother) => !isAnother && isStillCovered())
  } catch (error) {
    // One that Waldur refuses, or cannot be asked about: the form is on the screen.
    if (!isRequestError(error)) throw error
  }
}
