import type { QueryClient } from '@tanstack/react-query'
import { queryOptions } from '@tanstack/react-query'
import * as z from 'zod/mini'
import { request, requestPage, requestRows } from '../api/client.ts'
import { ApiError, isNotFound, isRequestError, ShapeError } from '../api/errors.ts'
import { ROOT } from './listPages.ts'
import { Token } from './schema.ts'

export const AvailableScope = z.object({ permission: z.string() })
export type AvailableScope = z.output<typeof AvailableScope>

export const BindingTarget = z.object({ permission: z.string(), types: z.array(z.catch(z.string(), '')) })
export type BindingTarget = z.output<typeof BindingTarget>

/** Only the presence of the field matters. */
const told = z.optional(z.unknown())
/** The `OPTIONS` response of the tokens' endpoint. */
const TokenOptions = z.object({
  actions: z.object({ POST: z.object({ name: z.unknown(), allowed_scopes: told, allowed_networks: told }) }),
})

const FIVE_MINUTES = 5 * 60_000

/** The permissions that the caller may put on a token. Like the targets, not paged (waldur-api, section 2.9). */
export const scopesQuery = () =>
  queryOptions({
    queryKey: ['scopes'],
    queryFn: ({ signal }) => requestRows(`${ROOT}available_scopes/`, AvailableScope, { signal }),
    staleTime: FIVE_MINUTES,
  })

/**
 * What tokens can be limited to; null if this Waldur server has no places. Before 8.0.9 it takes the path for a token's
 * uuid and returns 404 (waldur-api, section 3). Gateways send 404 too, so the fields, the tokens or Waldur's own
 * message must confirm it.
 */
export const bindingTargetsQuery = () =>
  queryOptions({
    queryKey: ['binding-targets'],
    queryFn: async ({ signal, client }) => {
      try {
        return await requestRows(`${ROOT}available_binding_targets/`, BindingTarget, { signal })
      } catch (error) {
        if (!isNotFound(error)) throw error
        const isKnown = await knowsPlaces(client, signal).catch((failed: unknown) => {
          throw isRequestError(failed) ? error : failed
        })
        if (isKnown ?? !isNoSuchToken(error)) throw error
        return null
      }
    },
    staleTime: FIVE_MINUTES,
  })

/**
 * Whether this Waldur server has places, judging by the fields of its tokens, or else by its tokens; null if neither
 * tells.
 */
async function knowsPlaces(client: QueryClient, signal: AbortSignal): Promise<boolean | null> {
  const fields = await client.fetchQuery(tokenFieldsQuery())
  if (fields) return fields.includes('allowed_scopes')
  const { rows } = await requestPage(ROOT, Token, { page: 1, signal })
  return rows.length === 0 ? null : rows.some(({ isPlaceless }) => !isPlaceless)
}

/** Waldur's own message for a missing token (waldur-api, section 2.5), which no gateway uses. */
const isNoSuchToken = ({ problems: [first, ...more] }: ApiError): boolean =>
  more.length === 0 &&
  first?.path.length === 0 &&
  /^(Not found\.|No PersonalAccessToken matches the given query\.)$/.test(first.text)

/** Statuses that say for good that Waldur, or a proxy before it, does not support the request. */
const DOES_NOT_SAY = new Set([403, 404, 405, 501])

/**
 * The fields that a token has on this Waldur server (waldur-api, section 3); null if it does not say, or a proxy
 * responds for it. A temporary failure is an error, so that it is retried.
 */
export const tokenFieldsQuery = () =>
  queryOptions({
    queryKey: ['token-fields'],
    queryFn: async ({ signal }) => {
      try {
        const { actions } = await request(ROOT, TokenOptions, { method: 'OPTIONS', signal })
        return Object.keys(actions.POST)
      } catch (error) {
        if (error instanceof ShapeError || (error instanceof ApiError && DOES_NOT_SAY.has(error.status))) return null
        throw error
      }
    },
    staleTime: FIVE_MINUTES,
  })
