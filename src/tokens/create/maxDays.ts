import type { QueryClient } from '@tanstack/react-query'
import { skipToken, useQuery } from '@tanstack/react-query'
import type { RequestError } from '../../api/errors.ts'
import { ApiError } from '../../api/errors.ts'
import { USUAL_MAX_DAYS } from '../rules/lifetime.ts'

const queryKey = ['max-days']

/** The longest lifetime that this Waldur takes, in days: the usual one until a refusal has told another. */
export const useMaxDays = (): number =>
  useQuery<number>({ queryKey, queryFn: skipToken, gcTime: Number.POSITIVE_INFINITY }).data ?? USUAL_MAX_DAYS

export const maxDaysNow = (client: QueryClient): number => client.getQueryData<number>(queryKey) ?? USUAL_MAX_DAYS

/** Keeps what a refusal tells of the longest lifetime, and says whether it told anything. */
export function learnMaxDays(client: QueryClient, error: RequestError): boolean {
  const days = maxDaysIn(error)
  if (days !== null) client.setQueryData(queryKey, days)
  return days !== null
}

/**
 * "Expiration cannot exceed 365 days from now.", in any language: the one number in what Waldur says of the end date
 * (waldur-api, section 2.5).
 */
export function maxDaysIn(error: RequestError): number | null {
  if (!(error instanceof ApiError) || error.status !== 400) return null
  const said = error.problems.filter(({ path: [field] }) => field === 'expires_at').map(({ text }) => text)
  const numbers = said.join(' ').match(/\d+/g) ?? []
  const days = Number(numbers[0])
  return numbers.length === 1 && days >= 1 && days <= 36_500 ? days : null
}
