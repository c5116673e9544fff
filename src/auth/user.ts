import { queryOptions, useSuspenseQuery } from '@tanstack/react-query'
import * as z from 'zod/mini'
import { request } from '../api/client.ts'
import type { Credential } from '../api/credential.ts'
import { currentSession } from '../api/credential.ts'
import { learnSessionEnd } from '../api/sessionEnd.ts'
import { Instant, instantMs, orNull, orUndefined, Uuid } from '../api/wire.ts'

/**
 * One role of the caller. Its permissions come from /api/roles/. Waldur itself omits some keys, such as the name of a
 * service provider and more for deleted objects (waldur-api, section 1.7). Grants only serve advice, so a missing or
 * invalid value is unknown and never blocks the sign-in.
 */
const Grant = z.object({
  role_name: orNull(z.string()),
  role_uuid: orNull(Uuid),
  scope_type: orNull(z.string()),
  scope_uuid: orNull(Uuid),
  scope_name: orNull(z.string()),
  // The parents of the entity: null means there is none, a missing key means nothing is known.
  customer_uuid: orUndefined(z.nullable(Uuid)),
  customer_name: orNull(z.string()),
  project_uuid: orUndefined(z.nullable(Uuid)),
  resource_uuid: orUndefined(z.nullable(Uuid)),
  expiration_time: orNull(Instant),
})
export type Grant = z.output<typeof Grant>

/** For a grant that can't be read: it still counts as one that may permit anything. */
const UNREAD = Grant.parse({})

export const User = z.object({
  // Required: without it the response isn't a user.
  uuid: Uuid,
  // Finds the caller's events in Waldur. There is another way to ask for them (waldur-api, section 3).
  url: orNull(z.string()),
  username: z.catch(z.string(), ''),
  full_name: z.catch(z.string(), ''),
  email: orNull(z.string()),
  // Absent, not false, for plain users (waldur-api, section 1.7).
  is_staff: z.catch(z.boolean(), false),
  is_support: z.catch(z.boolean(), false),
  // Absent on deployments without this flag.
  can_use_personal_access_tokens: orUndefined(z.boolean()),
  // The address at which Waldur sees the caller: in both published clients, documented in neither (waldur-api, section
  // 1.7). It is only a suggestion, so an unexpected value must not block the sign-in.
  ip_address: orNull(z.string()),
  // A tag such as "et", or empty. Only a preference.
  preferred_language: orNull(z.string()),
  permissions: z.catch(z.array(z.catch(Grant, UNREAD)), [UNREAD]),
  // When the sign-in ends if unused, and its lifetime in seconds (waldur-api, section 1.4); null for never.
  token_expires_at: orNull(Instant),
  token_lifetime: orNull(z.number().check(z.positive())),
})
export type User = z.output<typeof User>

/** Listed explicitly, so that the response leaves out the caller's own live session token. */
const FIELDS = Object.keys(User.shape)

/** The user of the session, or of a credential before its session starts. */
export async function fetchUser(as: { credential?: Credential; signal?: AbortSignal }): Promise<User> {
  const user = await request('/api/users/me/', User, { ...as, query: { field: FIELDS }, large: true })
  const { authorization, impersonated } = as.credential ?? currentSession()
  const { token_expires_at: end, token_lifetime: lifetime } = user
  // For an access token, a provider's token or an impersonation, these fields describe another sign-in.
  const isOfUse = authorization?.startsWith('Token ') === true && impersonated === null
  learnSessionEnd(isOfUse && end && lifetime ? { at: instantMs(end), lifetimeMs: lifetime * 1000 } : null)
  return user
}

export const userQuery = () =>
  queryOptions({
    queryKey: ['me'],
    queryFn: ({ signal }) => fetchUser({ signal }),
    staleTime: 60_000,
  })

/** The signed-in caller. Use it only below the sign-in gate, which has loaded it. */
export const useUser = (): User => useSuspenseQuery(userQuery()).data
