import { queryOptions, useSuspenseQuery } from '@tanstack/react-query'
import * as z from 'zod/mini'
import { request } from '../api/client.ts'
import type { Credential } from '../api/credential.ts'
import { currentSession } from '../api/credential.ts'
import { learnSessionEnd } from '../api/sessionEnd.ts'
import { Instant, instantMs, orNull, orUndefined, Uuid } from '../api/wire.ts'

/**
 * One role that the caller holds; the role's permissions are asked of /api/roles/. Waldur itself leaves keys out: the
 * name of a service provider, and more of what is gone (waldur-api, section 1.7). Advice hangs on a grant, so none must
 * keep anybody from signing in: whatever is missing or odd is not known.
 */
const Grant = z.object({
  role_name: orNull(z.string()),
  role_uuid: orNull(Uuid),
  scope_type: orNull(z.string()),
  scope_uuid: orNull(Uuid),
  scope_name: orNull(z.string()),
  // What the entity lies in: null says that there is none, a key that is not there says nothing.
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
  // Required: without it the answer isn't a user.
  uuid: Uuid,
  // By which Waldur finds what happened to the caller; there is another way to say it (waldur-api, section 3).
  url: orNull(z.string()),
  username: z.catch(z.string(), ''),
  full_name: z.catch(z.string(), ''),
  email: orNull(z.string()),
  // Absent, not false, for plain users (waldur-api, section 1.7).
  is_staff: z.catch(z.boolean(), false),
  is_support: z.catch(z.boolean(), false),
  // Absent on deployments that know no such flag.
  can_use_personal_access_tokens: orUndefined(z.boolean()),
  // From where Waldur sees the caller: in both published clients, described in neither (waldur-api, section 1.7). Only
  // offered, so whatever else it holds must not keep anybody from signing in.
  ip_address: orNull(z.string()),
  // A tag such as "et", or nothing: only a wish.
  preferred_language: orNull(z.string()),
  permissions: z.catch(z.array(z.catch(Grant, UNREAD)), [UNREAD]),
  // When the sign-in ends unless it is used, and after how many seconds (waldur-api, section 1.4); null for never.
  token_expires_at: orNull(Instant),
  token_lifetime: orNull(z.number().check(z.positive())),
})
export type User = z.output<typeof User>

/** Named one by one, so that the caller's own live session token stays out of the answer. */
const FIELDS = Object.keys(User.shape)

/** The caller: of the session, or whom a credential stands for before a session starts with it. */
export async function fetchUser(as: { credential?: Credential; signal?: AbortSignal }): Promise<User> {
  const user = await request('/api/users/me/', User, { ...as, query: { field: FIELDS }, large: true })
  const { authorization, impersonated } = as.credential ?? currentSession()
  const { token_expires_at: end, token_lifetime: lifetime } = user
  // An access token, a provider's own, or staff acting as somebody, is told of a sign-in that is not the one in use.
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

/** The signed-in caller; for use below the sign-in gate, which has loaded it. */
export const useUser = (): User => useSuspenseQuery(userQuery()).data
