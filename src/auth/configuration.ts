import { queryOptions } from '@tanstack/react-query'
import * as z from 'zod/mini'
import { request } from '../api/client.ts'

/** The few public settings that matter here; a missing key means that this Waldur does not know the feature. */
const Configuration = z.object({
  WALDUR_CORE: z._default(
    z.object({
      PAT_ENABLED: z.catch(z.optional(z.boolean()), undefined),
      SITE_NAME: z.catch(z.optional(z.string()), undefined),
      OIDC_ACCESS_TOKEN_ENABLED: z.catch(z.optional(z.boolean()), undefined),
      AUTHENTICATION_METHODS: z.catch(z.optional(z.array(z.string())), undefined),
    }),
    {},
  ),
})

export const configurationQuery = () =>
  queryOptions({
    queryKey: ['configuration'],
    queryFn: async ({ signal }) =>
      (await request('/api/configuration/', Configuration, { anonymous: true, signal })).WALDUR_CORE,
    staleTime: Number.POSITIVE_INFINITY,
  })
