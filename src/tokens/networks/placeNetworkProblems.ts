import type { FieldPath } from 'react-hook-form'
import type { RequestError } from '../../api/errors.ts'
import { ApiError } from '../../api/errors.ts'
import type { NetworkValues } from './fields.ts'
import { networkRowOf } from './fields.ts'

/**
 * Moves Waldur's messages about single networks to their rows, for `showErrors`.
 * @returns the error with the moved problems, and the form field for each path
 */
export function placeNetworkProblems(error: RequestError, networks: NetworkValues['networks']) {
  const fields = new Map<string, FieldPath<NetworkValues>>([['allowed_networks', 'source']])
  if (!(error instanceof ApiError)) return { error, fields }
  const problems = error.problems.map((problem) => {
    const row = networkRowOf(problem, networks)
    if (row === null) return problem
    const field = `networks.${row}.text` as const
    fields.set(field, field)
    return { ...problem, path: [field] }
  })
  return { error: new ApiError(error.status, problems, { retryAfter: error.retryAfter, asked: error.asked }), fields }
}
