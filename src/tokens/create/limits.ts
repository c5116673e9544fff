import type { QueryClient } from '@tanstack/react-query'
import { skipToken, useInfiniteQuery, useQuery } from '@tanstack/react-query'
import type { RequestError } from '../../api/errors.ts'
import { ApiError } from '../../api/errors.ts'
import { mergePages } from '../../api/page.ts'
import { tokenQueries } from '../queries.ts'
import { USUAL_MAX_DAYS } from '../rules/lifetime.ts'
import type { Token } from '../schema.ts'

/** What refusals have told of Waldur's limits; no endpoint tells them before (waldur-api, section 1). */
interface Limits {
  /** The longest lifetime, in days. */
  days?: number
  /** The most active tokens that one may have. */
  tokens?: number
}

const queryKey = ['limits']

const useLimits = (): Limits =>
  useQuery<Limits>({ queryKey, queryFn: skipToken, gcTime: Number.POSITIVE_INFINITY }).data ?? {}

/** The longest lifetime that this Waldur takes, in days: the usual one until a refusal has told another. */
export const useMaxDays = (): number => useLimits().days ?? USUAL_MAX_DAYS

export const maxDaysNow = (client: QueryClient): number => client.getQueryData<Limits>(queryKey)?.days ?? USUAL_MAX_DAYS

/** The most active tokens that this Waldur allows, or null until a refusal has told. */
export const useMaxTokens = (): number | null => useLimits().tokens ?? null

/** Keeps what a refusal tells of the limits, and answers with it. */
export function learnLimits(client: QueryClient, error: RequestError): Limits {
  const told = limitsIn(error)
  client.setQueryData<Limits>(queryKey, (known) => ({ ...known, ...told }))
  return told
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
  return { ...(days !== null && { days }), ...(tokens !== null && { tokens }) }
}

function theNumber({ problems }: ApiError, about: string | undefined): number | null {
  const said = problems.filter(({ path: [field] }) => field === about).map(({ text }) => text)
  const numbers = said.join(' ').match(/\d+/g) ?? []
  const value = Number(numbers[0])
  return numbers.length === 1 && value >= 1 && value <= 36_500 ? value : null
}

/** The caller's tokens that count towards the limit, expired ones too; null until the whole list is loaded. */
export function useCountedTokens(): Token[] | null {
  const { data, hasNextPage } = useInfiniteQuery({ ...tokenQueries.list(), enabled: false })
  // Waldur counts by `is_active`, which its clean-up takes from expired tokens hours later.
  return data && !hasNextPage
    ? mergePages(data.pages.map((page) => page.rows)).filter((token) => token.is_active)
    : null
}
