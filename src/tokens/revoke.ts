import type { QueryClient } from '@tanstack/react-query'
import { mutationOptions } from '@tanstack/react-query'
import { requestNothing } from '../api/client.ts'
import type { RequestError } from '../api/errors.ts'
import { ApiError, isNotFound, isRequestError } from '../api/errors.ts'
import { mayStillRun } from '../api/failures.ts'
import { isOutcomeUnknown } from '../api/outcome.ts'
import { refreshTokens, showChange } from './queries.ts'
import { hasEnded, tokenPath } from './tokenNow.ts'

/**
 * Revokes a token. It has ended if the response is 204, or if reading the token afterwards says so.
 * @throws RequestError; `changedNothing` if the token was still active afterwards
 */
export async function revoke(uuid: string): Promise<'revoked' | 'already revoked'> {
  try {
    await requestNothing(tokenPath(uuid), { method: 'DELETE' })
    return 'revoked'
  } catch (error) {
    if (!isRequestError(error) || !isOutcomeUnknown(error)) throw error
    const ended = await hasEnded(uuid)
    if (ended) return isNotFound(error) ? 'already revoked' : 'revoked'
    throw ended === false && isFinal(error) ? changedNothing(error) : error
  }
}

const isFinal = (error: RequestError): error is ApiError => error instanceof ApiError && !mayStillRun(error)

const changedNothing = ({ status, problems, retryAfter, asked }: ApiError): RequestError =>
  new ApiError(status, problems, { retryAfter, asked, changedNothing: true })

export const revokeToken = mutationOptions({
  networkMode: 'always',
  mutationFn: revoke,
  onSuccess: (_outcome, uuid, _before, { client }) => showChange(client, new Set([uuid]), { is_active: false }),
  onSettled: (_data, _error, _uuid, _before, { client }) => refreshTokens(client),
})

/** After revoking several one by one: updates the cache, and refetches once. */
export function noteRevoked(client: QueryClient, uuids: ReadonlySet<string>): void {
  showChange(client, uuids, { is_active: false })
  refreshTokens(client)
}
