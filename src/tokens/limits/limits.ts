import type { QueryClient } from '@tanstack/react-query'
import { queryOptions, skipToken, useInfiniteQuery, useQuery } from '@tanstack/react-query'
import * as z from 'zod/mini'
import { request } from '../../api/client.ts'
import type { RequestError } from '../../api/errors.ts'
import { ApiError } from '../../api/errors.ts'
import { mergePages } from '../../api/page.ts'
import { serverNow } from '../../api/serverClock.ts'
import { instantMs } from '../../api/wire.ts'
import { useUser } from '../../auth/user.ts'
import { DAY } from '../../ui/time.ts'
import { tokenQueries } from '../queries.ts'
import type { IssuedToken, NewToken, Token } from '../schema.ts'
import { USUAL_MAX_DAYS } from './lifetime.ts'
import type { Limits } from './rememberedLimits.ts'
import { Limit, rememberedLimits, rememberLimits } from './rememberedLimits.ts'

/** Waldur's own names. No other settings are read (waldur-api, section 1.8). */
const Settings = z.object({
  PAT_MAX_LIFETIME_DAYS: Limit,
  PAT_MAX_TOKENS_PER_USER: Limit,
  PAT_MAX_ACL_ENTRIES: Limit,
})

/**
 * What is known about the limits. Waldur shows them only to staff. For others this browser learns them from rejections
 * and remembers them, perhaps longer than they are valid. Either way they are hints: values beyond them can still be
 * sent, and Waldur decides.
 */
export const limitsQuery = (isStaff: boolean) =>
  queryOptions({
    queryKey: ['limits'],
    queryFn: isStaff
      ? async ({ signal }): Promise<Limits> => {
          const settings = await request('/api/override-settings/', Settings, { signal })
          return {
            days: settings.PAT_MAX_LIFETIME_DAYS,
            tokens: settings.PAT_MAX_TOKENS_PER_USER,
            networks: settings.PAT_MAX_ACL_ENTRIES,
            isTold: true,
          }
        }
      : skipToken,
    initialData: rememberedLimits,
    initialDataUpdatedAt: 0,
    staleTime: 5 * 60_000,
    gcTime: Number.POSITIVE_INFINITY,
  })

export const useLimits = (): Limits => useQuery(limitsQuery(useUser().is_staff)).data ?? {}

const known = (client: QueryClient): Limits => client.getQueryData(limitsQuery(false).queryKey) ?? {}

/** The longest lifetime that this Waldur server accepts, in days; the usual one until it is known. */
export const useMaxDays = (): number => useLimits().days ?? USUAL_MAX_DAYS

/** The same at this moment, outside a render. */
export const maxDaysNow = (client: QueryClient): number => known(client).days ?? USUAL_MAX_DAYS

/** Further limits that staff can see are not remembered. */
function learn(client: QueryClient, limits: Limits): void {
  client.setQueryData(limitsQuery(false).queryKey, { ...known(client), ...limits })
  rememberLimits(limits)
}

/**
 * Learns limits from a rejection.
 * @param sent the token that was rejected
 * @param counted how many tokens count toward the limit; null if unknown
 */
export function learnLimits(
  client: QueryClient,
  error: RequestError,
  { expires_at }: Pick<NewToken, 'expires_at'>,
  counted: number | null,
): void {
  const days = daysIn(error, instantMs(expires_at) - serverNow())
  const tokens = tokensIn(error, counted)
  const said = { ...(days !== undefined && { days }), ...(tokens !== undefined && { tokens }) }
  if (Object.keys(said).length > 0) learn(client, said)
}

/**
 * Forgets limits that Waldur has just disproved by issuing a token beyond them.
 * @param counted how many tokens counted before, as far as known
 */
export function unlearnLimits(
  client: QueryClient,
  { expires_at }: Pick<IssuedToken, 'expires_at'>,
  counted: number,
): void {
  const { days = Number.POSITIVE_INFINITY, tokens = Number.POSITIVE_INFINITY } = known(client)
  const wrong = {
    ...(instantMs(expires_at) - serverNow() > days * DAY && { days: undefined }),
    ...(counted >= tokens && { tokens: undefined }),
  }
  if (Object.keys(wrong).length > 0) learn(client, wrong)
}

/**
 * "Expiration cannot exceed 365 days from now.": the only number in the message about `expires_at`, in any language, if
 * the lifetime exceeds it (waldur-api, section 2.5).
 * @param lifetimeMs of the token that was rejected
 */
export function daysIn(error: RequestError, lifetimeMs: number): number | undefined {
  const days = theNumber(saidOf(error, 'expires_at'))
  return days !== undefined && lifetimeMs > days * DAY ? days : undefined
}

/**
 * "Maximum number of active tokens (20) reached.": the only number in the message about the request as a whole, in any
 * language, if it equals the number of tokens or the sentence is this one (waldur-api, section 2.5). Other messages
 * contain numbers too, of an incident or how long to wait.
 * @param counted how many tokens count toward the limit; null if unknown
 */
export function tokensIn(error: RequestError, counted: number | null): number | undefined {
  const said = saidOf(error, undefined)
  const tokens = theNumber(said)
  return tokens === counted || /^Maximum number of active tokens \(\d+\) reached\.$/.test(said) ? tokens : undefined
}

const saidOf = (error: RequestError, about: string | undefined): string =>
  error instanceof ApiError && error.status === 400
    ? error.problems
        .filter(({ path: [field] }) => field === about)
        .map(({ text }) => text)
        .join(' ')
    : ''

function theNumber(said: string): number | undefined {
  const numbers = said.match(/\d+/g) ?? []
  return numbers.length === 1 ? Limit.parse(Number(numbers[0])) : undefined
}

/** The caller's tokens that count toward the limit, including expired ones; null until the whole list is loaded. */
export function useCountedTokens(): Token[] | null {
  const { data, hasNextPage } = useInfiniteQuery({ ...tokenQueries.list(), enabled: false })
  // Waldur counts by `is_active`, which its clean-up clears hours after a token has expired.
  return data && !hasNextPage
    ? mergePages(data.pages.map((page) => page.rows)).filter((token) => token.is_active)
    : null
}
