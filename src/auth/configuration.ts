import { queryOptions } from '@tanstack/react-query'
import * as z from 'zod'
import { request } from '../api/client.ts'

/** The few public settings that matter here; a missing key means that this Waldur does not know the feature. */
const Configuration = z.object({
  WALDUR_CORE: z
    .object({
      PAT_ENABLED: z.boolean().optional().catch(undefined),
      SITE_NAME: z.string().optional().catch(undefined),
      OIDC_ACCESS_TOKEN_ENABLED: z.boolean().optional().catch(undefined),
      AUTHENTICATION_METHODS: z.array(z.string()).optional().catch(undefined),
    })
    .default({}),
})

export const configurationQuery = () =>
  queryOptions({
    queryKey: ['configuration'],
    queryFn: async ({ signal }) =>
      (await request('/api/configuration/', Configuration, { anonymous: true, signal })).WALDUR_CORE,
    staleTime: Number.POSITIVE_INFINITY,
  })
