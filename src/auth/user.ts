import { queryOptions, useSuspenseQuery } from '@tanstack/react-query'
import * as z from 'zod'
import { request } from '../api/client.ts'
import { Instant, Uuid } from '../api/wire.ts'

/** One role that the caller holds; the role's permissions are asked of /api/roles/. */
const Grant = z.object({
  role_name: z.string(),
  role_uuid: Uuid,
  scope_type: z.string().nullable(),
  scope_uuid: Uuid.nullable(),
  scope_name: z.string().nullable(),
  // What the entity lies in, where it has such, and the role's end: advice hangs on them, so an odd value must not keep
  // anybody from signing in.
  customer_uuid: Uuid.nullish().catch(null),
  project_uuid: Uuid.nullish().catch(null),
  resource_uuid: Uuid.nullish().catch(null),
  expiration_time: Instant.nullish().catch(null),
})

export const User = z.object({
  uuid: Uuid,
  username: z.string(),
  full_name: z.string(),
  email: z.string().nullish(),
  // Absent, not false, for plain users (waldur-api, section 1.7).
  is_staff: z.boolean().default(false),
  is_support: z.boolean().default(false),
  // Absent on deployments that know no such flag.
  can_use_personal_access_tokens: z.boolean().optional(),
  // From where Waldur sees the caller: in both published clients, described in neither (waldur-api, section 1.7). Only
  // offered, so whatever else it holds must not keep anybody from signing in.
  ip_address: z.string().nullish().catch(null),
  // A tag such as "et", or nothing: only a wish.
  preferred_language: z.string().nullable().default(null).catch(null),
  permissions: z.array(Grant).default([]),
})
export type User = z.output<typeof User>

/** Named one by one, so that the caller's own live session token stays out of the answer. */
const FIELDS = Object.keys(User.shape)

/** The caller whom a header value stands for, before a session starts with it. */
export const fetchUser = (authorization: string): Promise<User> =>
  request('/api/users/me/', User, { query: { field: FIELDS }, large: true, authorization })

export const userQuery = () =>
  queryOptions({
    queryKey: ['me'],
    queryFn: ({ signal }) => request('/api/users/me/', User, { query: { field: FIELDS }, large: true, signal }),
    staleTime: 60_000,
  })

/** The signed-in caller; for use below the sign-in gate, which has loaded it. */
export const useUser = (): User => useSuspenseQuery(userQuery()).data
