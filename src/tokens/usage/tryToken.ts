import * as z from 'zod/mini'
import { request, requestPage } from '../../api/client.ts'
import type { Credential } from '../../api/credential.ts'
import type { RequestError } from '../../api/errors.ts'
import { ApiError, isRequestError } from '../../api/errors.ts'
import { causeText } from '../../ui/errorText.ts'
import { t } from '../../ui/i18n.tsx'
import { saidText } from '../../ui/names.ts'
import type { KeyExposure } from '../apiKey/keyExposure.ts'
import { askForKey } from '../apiKey/keyExposure.ts'
import type { ExampleCall } from './exampleCall.ts'
import { EXAMPLE_ROWS } from './exampleCall.ts'

const Caller = z.object({ full_name: z.catch(z.string(), ''), username: z.string() })

/** A token that Waldur accepted, its user, and the result of its example call. */
export interface TestResult {
  caller: z.output<typeof Caller>
  /** Null if the example requests the user, which is already known. */
  example: { names: string[]; total: number } | { error: RequestError } | null
  /** Whether it also got its owner's sign-in key. */
  key: KeyExposure
}

/**
 * Fetches the token's user with the token itself, makes its example call, and requests its owner's sign-in key, which a
 * token should not get. A rejection does not end the user's own session, which has another credential.
 * @throws RequestError if the token is not accepted, or the request fails
 */
export async function tryToken(secret: string, call: ExampleCall, signal: AbortSignal): Promise<TestResult> {
  const credential = { authorization: `Bearer ${secret}`, impersonated: null }
  const query = { field: Object.keys(Caller.shape) }
  const caller = await request('/api/users/me/', Caller, { query, credential, signal })
  const [example, key] = await Promise.all([tryCall(call, credential, signal), askForKey(credential, signal)])
  return { caller, example, key }
}

async function tryCall(...asked: Parameters<typeof makeCall>): Promise<TestResult['example']> {
  try {
    return await makeCall(...asked)
  } catch (error) {
    if (isRequestError(error)) return { error }
    throw error
  }
}

async function makeCall(call: ExampleCall, credential: Credential, signal: AbortSignal) {
  const { path, fields, returns, name } = call
  if (returns === 'user') return null
  const Row = z.object({ [name]: z.catch(z.string(), '') })
  const init = { query: { field: fields }, credential, signal }
  if (returns === 'one') {
    const row = await request(path, Row, init)
    return { names: [row[name] ?? ''], total: 1 }
  }
  const { rows, total } = await requestPage(path, Row, { ...init, page: 1, pageSize: EXAMPLE_ROWS })
  const names = rows.map((row) => row[name] ?? '')
  return { names, total: total ?? names.length }
}

/** Why a token was not accepted. A 401 does not use `causeText`, which is about the user's own session. */
export const rejectionText = (error: RequestError): string =>
  error instanceof ApiError && error.status === 401
    ? t('Waldur didn’t accept it: {{words}}', { words: saidText(error.message) })
    : causeText(error)
