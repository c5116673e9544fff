import type { QueryClient } from '@tanstack/react-query'
import { queryOptions, skipToken, useInfiniteQuery, useQuery } from '@tanstack/react-query'
import * as z from 'zod/mini'
import { request } from '../api/client.ts'
import type { RequestError } from '../api/errors.ts'
import { ApiError } from '../api/errors.ts'
import { mergePages } from '../api/page.ts'
import { serverNow } from '../api/serverClock.ts'
import { instantMs } from '../api/wire.ts'
import { useUser } from '../auth/user.ts'
import { DAY } from '../ui/time.ts'
import { tokenQueries } from './queries.ts'
import type { Limits } from './rememberedLimits.ts'
import { Limit, rememberedLimits, rememberLimits } from './rememberedLimits.ts'
import { USUAL_MAX_DAYS } from './rules/lifetime.ts'
import type { Token } from './schema.ts'

/** Waldur's own names; of its other settings nothing is read (waldur-api, section 1.8). */
const Settings = z.object({
  PAT_MAX_LIFETIME_DAYS: Limit,
  PAT_MAX_TOKENS_PER_USER: Limit,
  PAT_MAX_ACL_ENTRIES: Limit,
})

/**
 * What is known of the limits. Staff are told them; anybody else learns them from a refusal, which this browser
 * remembers. Either way they are hints: what is beyond them can be sent all the same, and what Waldur then says counts.
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

/** The longest lifetime that this Waldur takes, in days: the usual one until another is known. */
export const useMaxDays = (): number => useLimits().days ?? USUAL_MAX_DAYS

export const maxDaysNow = (client: QueryClient): number => known(client).days ?? USUAL_MAX_DAYS

function learn(client: QueryClient, limits: Limits): void {
  const next = { ...known(client), ...limits }
  client.setQueryData(limitsQuery(false).queryKey, next)
  rememberLimits(next)
}

/** Keeps what a refusal tells of the limits. */
export function learnLimits(client: QueryClient, error: RequestError): void {
  const told = limitsIn(error)
  if (Object.keys(told).length > 0) learn(client, told)
}

/**
 * Forgets the limits that Waldur has just shown to be no longer what they were, by issuing what is beyond them.
 * @param counted how many tokens counted before, as far as is known
 */
export function unlearnLimits(client: QueryClient, { expires_at }: Pick<Token, 'expires_at'>, counted: number): void {
  const { days = Number.POSITIVE_INFINITY, tokens = Number.POSITIVE_INFINITY } = known(client)
  const wrong = {
    ...(instantMs(expires_at) - serverNow() > days * DAY && { days: undefined }),
    ...(counted >= tokens && { tokens: undefined }),
  }
  if (Object.keys(wrong).length > 0) learn(client, wrong)
}

/**
 * "Expiration cannot exceed 365 days from now." and "Maximum number of active tokens (20) reached.", in any language:
 * the one number in what Waldur says of the end date, or of the request as a whole, of which it has no other to say
 * (waldur-api, section 2.5).
 */
export function limitsIn(error: RequestError): Limits {
  if (!(error instanceof ApiError) || error.status !== 400) return {}
  const days = theNumber(error, 'expires_at')
  const tokens = theNumber(error, undefined)
  return { ...(days !== undefined && { days }), ...(tokens !== undefined && { tokens }) }
}

function theNumber({ problems }: ApiError, about: string | undefined): number | undefined {
  const said = problems.filter(({ path: [field] }) => field === about).map(({ text }) => text)
  const numbers = said.join(' ').match(/\d+/g) ?? []
  return numbers.length === 1 ? Limit.parse(Number(numbers[0])) : undefined
}

/** The caller's tokens that count towards the limit, expired ones too; null until the whole list is loaded. */
export function useCountedTokens(): Token[] | null {
  const { data, hasNextPage } = useInfiniteQuery({ ...tokenQueries.list(), enabled: false })
  // Waldur counts by `is_active`, which its clean-up takes from expired tokens hours later.
  return data && !hasNextPage
    ? mergePages(data.pages.map((page) => page.rows)).filter((token) => token.is_active)
    : null
}
