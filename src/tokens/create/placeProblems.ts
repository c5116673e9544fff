import type { FieldPath } from 'react-hook-form'
import type { RequestError } from '../../api/errors.ts'
import { ApiError } from '../../api/errors.ts'
import { normalizeUuid } from '../../api/wire.ts'
import { placeNetworkProblems } from '../networks/placeNetworkProblems.ts'
import type { TokenFormValues } from './form.ts'

/** The fields without rows, by their name on the wire. */
const FIELDS = [
  ['name', 'name'],
  ['scopes', 'scopes'],
  ['allowed_scopes', 'reach'],
] as const satisfies [string, FieldPath<TokenFormValues>][]

/**
 * Moves Waldur's messages about single entities to their rows, for `showErrors`. Waldur identifies a row by its index
 * or, in later checks, only by the uuid within the sentence (waldur-api, section 2.5). A permission that it identifies
 * by its index is shown by its value.
 * @returns the error with the moved problems, and the form field for each path
 */
export function placeProblems(
  failure: RequestError,
  { scopes, bindings, networks, lifetime }: Pick<TokenFormValues, 'scopes' | 'bindings' | 'networks' | 'lifetime'>,
) {
  const { error, fields: networkFields } = placeNetworkProblems(failure, networks)
  // The date field is shown only for `custom`.
  const fields = new Map<string, FieldPath<TokenFormValues>>([
    ...FIELDS,
    ...networkFields,
    ['expires_at', lifetime === 'custom' ? 'until' : 'lifetime'],
  ])
  if (!(error instanceof ApiError)) return { error, fields }
  const problems = error.problems.map((problem) => {
    const scope = problem.path[0] === 'scopes' && scopes[Number(problem.path[1])]
    if (scope) return { ...problem, text: `${scope}: ${problem.text}` }
    if (problem.path[0] !== 'allowed_scopes') return problem
    const row = rowOf(problem.path[1], problem.text, bindings)
    if (row === null) return problem
    const field = `bindings.${row}` as const
    fields.set(field, field)
    return { ...problem, path: [field] }
  })
  return { error: new ApiError(error.status, problems, { retryAfter: error.retryAfter, asked: error.asked }), fields }
}

const UUID = /[0-9a-f]{8}-?(?:[0-9a-f]{4}-?){3}[0-9a-f]{12}/gi

function rowOf(index: string | undefined, text: string, bindings: TokenFormValues['bindings']): number | null {
  if (index !== undefined && bindings[Number(index)] !== undefined) return Number(index)
  const named = new Set((text.match(UUID) ?? []).map(normalizeUuid))
  const row = bindings.findIndex(({ uuid }) => named.has(uuid))
  return row === -1 ? null : row
}
