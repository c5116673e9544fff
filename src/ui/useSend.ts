import type { MutateOptions } from '@tanstack/react-query'
import { useRef } from 'react'

interface Mutation<Data, Failure, Variables, Context> {
  mutate: (variables: Variables, options: MutateOptions<Data, Failure, Variables, Context>) => void
}

/**
 * `mutate`, once, until it fails: a mutation's own `isPending` comes a moment late. A double click would send twice,
 * and a second answer would take the place of the first one's secret.
 * @returns `isSending` is true from the click on, also before the screen knows, and stays so after a success
 */
export function useSend<Data, Failure, Variables, Context>({ mutate }: Mutation<Data, Failure, Variables, Context>) {
  const sending = useRef(false)
  const send = (variables: Variables, options: MutateOptions<Data, Failure, Variables, Context> = {}): void => {
    if (sending.current) return
    sending.current = true
    mutate(variables, {
      ...options,
      onError: (...failure) => {
        sending.current = false
        options.onError?.(...failure)
      },
    })
  }
  return { send, isSending: () => sending.current }
}
