import { currentSession, isAccessToken, isHeaderValue } from '../api/credential.ts'
import { apiOrigin } from '../api/deployment.ts'

/**
 * Pages of this origin that ask the same Waldur. A new sign-in may have a new token, so a page that an ended session has
 * covered cannot go on without being told of it.
 */
const channel = () => new BroadcastChannel(`waldur-tokens.signed-in ${apiOrigin()}`)

/** After signing in: lets pages that are covered in other tabs go on, if it is their user's. They ask Waldur that. */
export function handOver(): void {
  const { authorization } = currentSession()
  // One that may only look is no way on for a page that may do everything.
  if (authorization === null || isAccessToken(authorization)) return
  const others = channel()
  others.postMessage(authorization)
  others.close()
}

/** Calls back with the header value that somebody has signed in with in another tab. */
export function onHandOver(listener: (authorization: string) => void): () => void {
  const receiver = channel()
  receiver.onmessage = ({ data }: MessageEvent<unknown>) => {
    if (typeof data === 'string' && isHeaderValue(data)) listener(data)
  }
  return () => receiver.close()
}
