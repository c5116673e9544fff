import type { QueryClient } from '@tanstack/react-query'
import type { Credential, Keep } from '../api/credential.ts'
import { startSession } from '../api/credential.ts'
import { configurationQuery } from './configuration.ts'
import { forgetDeparture } from './departure.ts'
import { openSecret } from './openSecret.ts'
import { fetchUser, userQuery } from './user.ts'

/**
 * Starts a session, but only when the server has said whose it is, so that nobody is ever half signed in. Whoever was
 * there before goes on where they were; another user starts clean.
 * @param may whether it is still wanted, asked once the server has said who comes; false where somebody who only signed
 *   in elsewhere would take something away, or what it was begun for is over
 * @throws RequestError when the server does not say it
 */
export async function enter(
  client: QueryClient,
  credential: Credential,
  keep: Keep,
  may: (isAnother: boolean) => boolean = () => true,
): Promise<void> {
  const user = await fetchUser({ credential })
  const { queryKey: me } = userQuery()
  const before = client.getQueryData(me)
  const isAnother = before !== undefined && before.uuid !== user.uuid
  if (!may(isAnother)) return
  const losesSecret = isAnother && openSecret() !== null
  if (isAnother) client.clear()
  client.setQueryData(me, user)
  forgetDeparture()
  startSession(credential, keep, losesSecret ? { kind: 'secret gone' } : null)
  // What else is known may be old; who it is was said this moment.
  void client.invalidateQueries({ predicate: ({ queryKey: [first] }) => first !== me[0] })
}

/**
 * The header value for a token that was not typed in here: the provider's own goes out as "Bearer" where Waldur takes
 * such, Waldur's as "Token" (waldur-api, section 1.6).
 * @throws RequestError where that has to be asked of the server
 */
export async function headerFor(client: QueryClient, { token, method }: { token: string; method: string | null }) {
  if (method === null || method === 'local' || method === 'passkey') return `Token ${token}`
  const { OIDC_ACCESS_TOKEN_ENABLED } = await client.fetchQuery(configurationQuery())
  return `${OIDC_ACCESS_TOKEN_ENABLED ? 'Bearer' : 'Token'} ${token}`
}
