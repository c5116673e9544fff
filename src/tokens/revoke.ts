import type { QueryClient } from '@tanstack/react-query'
import { mutationOptions } from '@tanstack/react-query'
import { requestNothing } from '../api/client.ts'
import type { RequestError } from '../api/errors.ts'
import { ApiError, isNotFound, isRequestError } from '../api/errors.ts'
import { isOutcomeUnknown } from '../api/outcome.ts'
import { refreshTokens, showChange } from './queries.ts'
import { hasEnded, tokenPath } from './tokenNow.ts'

/**
 * Ends a token for good: 204, or a look at the token afterwards, says that it has ended.
 * @throws RequestError; `cameToNothing` where that look saw the token alive
 */
export async function revoke(uuid: string): Promise<'revoked' | 'already revoked'> {
  try {
    await requestNothing(tokenPath(uuid), { method: 'DELETE' })
    return 'revoked'
  } catch (error) {
    if (!isRequestError(error) || !isOutcomeUnknown(error)) throw error
    const ended = await hasEnded(uuid)
    if (ended) return isNotFound(error) ? 'already revoked' : 'revoked'
    throw ended === false && isFinal(error) ? cameToNothing(error) : error
  }
}

/** What could not be reached in time, or was sent twice, may still be at work. */
const isFinal = (error: RequestError): error is ApiError =>
  error instanceof ApiError && ![408, 409, 502, 504].includes(error.status)

const cameToNothing = ({ status, problems, retryAfter, asked }: ApiError): RequestError =>
  new ApiError(status, problems, { retryAfter, asked, cameToNothing: true })

export const revokeToken = mutationOptions({
  networkMode: 'always',
  mutationFn: revoke,
  onSuccess: (_outcome, uuid, _before, { client }) => showChange(client, new Set([uuid]), { is_active: false }),
  onSettled: (_data, _error, _uuid, _before, { client }) => refreshTokens(client),
})

/** After several were revoked one by one: shows it, and looks again once. */
export function noteRevoked(client: QueryClient, uuids: ReadonlySet<string>): void {
  showChange(client, uuids, { is_active: false })
  refreshTokens(client)
}
