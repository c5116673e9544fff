import type { QueryClient } from '@tanstack/react-query'
import { queryOptions } from '@tanstack/react-query'
import * as z from 'zod/mini'
import { request, requestRows } from '../api/client.ts'
import type { SignInNotice } from '../api/credential.ts'
import { currentSession, forgetSession, leaveNotice, startSession } from '../api/credential.ts'
import { apiOrigin, basePath } from '../api/deployment.ts'
import { isRequestError } from '../api/errors.ts'
import { readShared, sharesSession } from '../api/homeport.ts'
import { SessionToken } from '../api/wire.ts'
import { locale } from '../ui/i18n.tsx'
import type { Departure } from './departure.ts'
import { noteDeparture, takeDeparture } from './departure.ts'
import { headerFor } from './enter.ts'
import { handOver } from './handOver.ts'

const Provider = z.object({
  provider: z.string().check(z.regex(/^[\w-]+$/)),
  label: z.string().check(z.minLength(1)),
})

/** The identity providers that this Waldur server offers for sign-in (waldur-api, section 1.5). */
export const providersQuery = () =>
  queryOptions({
    queryKey: ['identity-providers'],
    queryFn: async ({ signal }) =>
      (await requestRows('/api/identity-providers/', Provider, { anonymous: true, signal })).rows,
    staleTime: Number.POSITIVE_INFINITY,
  })

/** Whether a sign-in can return here: Waldur returns to the origin without a path, so the page must be at the root. */
export const canReceive = (): boolean => basePath === '/'

/**
 * Leaves for the identity provider. `stay` keeps the resulting session over reloads of this tab.
 * @returns false if the browser refuses to store that it left, so it stays
 */
export function leaveFor(provider: string, stay: boolean): boolean {
  const back = location.pathname + location.search + location.hash
  if (!noteDeparture({ provider, at: Date.now(), back, stay })) return false
  // An ended session would block the sign-in that returns.
  if (currentSession().authorization !== null) forgetSession()
  const query = new URLSearchParams({ return_url: location.origin, ui_locales: locale() })
  location.assign(`${apiOrigin()}/api-auth/${provider}/init/?${query}`)
  return true
}

/**
 * Completes a sign-in that an identity provider has finished. It runs before the first render, so that the one-time
 * code disappears from the URL and is used within its ten seconds. It never replaces a session of this tab or of
 * HomePort, because it may be another user's. Any other URL ends this tab's pending sign-in.
 */
export async function arrive(client: QueryClient): Promise<void> {
  const departure = takeDeparture()
  const place = /^\/(oauth_login_completed\/([\w-]+)|login_failed)\/?$/.exec(location.pathname)
  if (!place) return
  const parameters = new URLSearchParams(location.search)
  history.replaceState(null, '', departure?.back ?? basePath)
  const notice = await finish(client, departure, place[2] ?? null, parameters)
  if (notice) leaveNotice(notice)
}

async function finish(
  client: QueryClient,
  departure: Departure | null,
  provider: string | null,
  parameters: URLSearchParams,
): Promise<SignInNotice | null> {
  const isSomebodyHere = currentSession().authorization !== null || readShared() !== null
  if (isSomebodyHere) return provider === null ? null : { kind: 'somebody here' }
  if (!departure) return { kind: 'not started here' }
  if (provider === null) return { kind: 'rejected', message: parameters.get('message') ?? '' }
  if (provider !== departure.provider) return { kind: 'not started here' }
  try {
    const { token } = await request('/api-auth/token-exchange/', z.object({ token: SessionToken }), {
      method: 'POST',
      body: { code: parameters.get('code') ?? '' },
      anonymous: true,
    })
    const authorization = await headerFor(client, { token, method: provider })
    startSession(
      { authorization, impersonated: null },
      sharesSession() ? { method: provider } : departure.stay ? 'tab' : 'memory',
    )
    handOver()
    return null
  } catch (error) {
    if (!isRequestError(error)) throw error
    return { kind: 'failed', error }
  }
}
