import { queryOptions } from '@tanstack/react-query'
import * as z from 'zod/mini'
import { request } from '../api/client.ts'
import { orUndefined } from '../api/wire.ts'

/** The few public settings that we need. If a key is missing, this Waldur server does not know the feature. */
const Configuration = z.object({
  // Required: without it the response isn't Waldur's.
  WALDUR_CORE: z.object({
    PAT_ENABLED: orUndefined(z.boolean()),
    SITE_NAME: orUndefined(z.string()),
    OIDC_ACCESS_TOKEN_ENABLED: orUndefined(z.boolean()),
    AUTHENTICATION_METHODS: orUndefined(z.array(z.string())),
  }),
})

export const configurationQuery = () =>
  queryOptions({
    queryKey: ['configuration'],
    queryFn: async ({ signal }) =>
      (await request('/api/configuration/', Configuration, { anonymous: true, signal })).WALDUR_CORE,
    staleTime: Number.POSITIVE_INFINITY,
  })
