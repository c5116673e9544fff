import type { QueryClient } from '@tanstack/react-query'
import type { Credential, Keep } from '../api/credential.ts'
import { startSession } from '../api/credential.ts'
import { configurationQuery } from './configuration.ts'
import { forgetDeparture } from './departure.ts'
import { openSecret } from './openSecret.ts'
import { fetchUser, userQuery } from './user.ts'

/**
 * Starts a session, but only after the server has said whose it is, so that no one is ever half signed in. The previous
 * user continues where they were; another user starts clean.
 * @param may whether to go on, asked when the user is known. False if a sign-in from elsewhere would destroy something,
 * or its reason no longer exists.
 * @throws RequestError if the user cannot be fetched
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
  // Other cached data may be old; the user has just been fetched.
  void client.invalidateQueries({ predicate: ({ queryKey: [first] }) => first !== me[0] })
}

/**
 * The header value for a token that was not pasted here. A provider's own token is sent as "Bearer" if Waldur accepts
 * those, Waldur's as "Token" (waldur-api, section 1.6).
 * @throws RequestError if the settings that decide it cannot be fetched
 */
export async function headerFor(client: QueryClient, { token, method }: { token: string; method: string | null }) {
  if (method === null || method === 'local' || method === 'passkey') return `Token ${token}`
  const { OIDC_ACCESS_TOKEN_ENABLED } = await client.fetchQuery(configurationQuery())
  return `${OIDC_ACCESS_TOKEN_ENABLED ? 'Bearer' : 'Token'} ${token}`
}
