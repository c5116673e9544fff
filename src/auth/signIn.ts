import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { Keep } from '../api/credential.ts'
import type { RequestError } from '../api/errors.ts'
import { ApiError } from '../api/errors.ts'
import { enter } from './enter.ts'
import { handOver } from './handOver.ts'
import { isPasskeyRequired } from './session.ts'

interface SignIn {
  /** Obtains the header value. */
  authorization: () => Promise<string>
  keep: Keep
}

/** Signs in with what a form contains. */
export function useSignIn() {
  const client = useQueryClient()
  return useMutation({
    gcTime: 0,
    mutationFn: async ({ authorization, keep }: SignIn) => {
      await enter(client, { authorization: await authorization(), impersonated: null }, keep)
      handOver()
    },
  })
}

/** Whether Waldur rejected what was entered: not a failure of the server or the network. */
export const isRejection = (error: RequestError | null): boolean =>
  error instanceof ApiError && (error.status === 401 || error.status === 403) && !isPasskeyRequired(error)
